package io.leadbaton.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Signals;
import io.leadbaton.rep.Rep;
import io.leadbaton.rep.Reps;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes in thousands of real leads by the door for files and plays what reps really noted about them through the real processes,
 * with twelve reps and a moved clock, until no lead is left open.
 */
@LeadbatonTest
class RealLeadsJourneyIT {

    /** How far the clock jumps beyond the next timer: what falls due together is done together. */
    private static final Duration STEP = Duration.ofMinutes(30);

    private static final int THREADS = 3;

    @LocalServerPort
    int port;

    @Autowired
    Reps reps;

    @Autowired
    Signals signals;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, RepNote> notes = new HashMap<>();
    private final Set<String> converted = new HashSet<>();

    @Test
    void leavesNoLeadOpen() throws Exception {
        String folder = System.getProperty("leadbaton.test.real-leads", "");
        assumeTrue(!folder.isBlank(), "Name the folder of the real leads with -Dleadbaton.test.real-leads=...");
        Instant begun = Instant.ofEpochMilli(System.nanoTime() / 1_000_000);
        read(Path.of(folder, "leads-real-outcomes.csv"));
        hire();

        bringIn(Path.of(folder, "leads-real.csv"));
        checkLifecycles();
        int nurturedAtOnce = reawaken();
        ExecutorService people = Executors.newFixedThreadPool(THREADS);
        play(people);
        people.shutdown();

        Instant ended = Instant.ofEpochMilli(System.nanoTime() / 1_000_000);
        System.out.println(funnel(nurturedAtOnce, Duration.between(begun, ended)));
        checkRules();
    }

    private void read(Path outcomes) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(outcomes)) {
            for (NamedCsvRecord row : rows) {
                boolean bought = row.getField("Converted").equals("1");
                notes.put(row.getField("Lead ID"), RepNote.of(row.getField("Rep Note"), bought));
                if (bought) {
                    converted.add(row.getField("Lead ID"));
                }
            }
        }
    }

    private void hire() {
        for (int number = 1; number <= 9; number++) {
            reps.save(rep("rep" + number, false, "0.20"));
        }
        for (int number = 1; number <= 3; number++) {
            reps.save(rep("senior" + number, true, "0.3" + number));
        }
    }

    private static Rep rep(String user, boolean senior, String closingRate) {
        return new Rep(
                user,
                user,
                "inside",
                null,
                senior,
                List.of(),
                100,
                null,
                new BigDecimal(closingRate),
                12,
                true,
                null,
                null,
                null,
                null);
    }

    private void bringIn(Path leads) throws IOException {
        Http marketing = Http.as("marketing1", port);
        String id = Http.json(
                        marketing.send("POST", "/api/v1/imports", sample(leads), Map.of("Content-Type", "text/csv")))
                .get("id")
                .asText();
        JsonNode done = await().atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> Http.json(marketing.get("/api/v1/imports/" + id)),
                        file -> file.get("state").asText().matches("done|failed"));
        assertThat(done.get("created").asInt()).isEqualTo(notes.size());
        assertThat(done.get("duplicates").asInt()).isZero();
        assertThat(done.get("rejected").asInt()).isZero();
    }

    /** Every so manieth lead of the file; all of them unless a share is asked for. */
    private String sample(Path leads) throws IOException {
        int oneIn = Integer.getInteger("leadbaton.test.one-in", 1);
        StringWriter chosen = new StringWriter();
        Set<String> ids = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(leads);
                CsvWriter out = CsvWriter.builder().build(chosen)) {
            int number = 0;
            for (NamedCsvRecord row : rows) {
                if (number == 0) {
                    out.writeRecord(row.getHeader());
                }
                if (number++ % oneIn == 0) {
                    out.writeRecord(row.getFields());
                    ids.add(row.getField("Lead ID"));
                }
            }
        }
        notes.keySet().retainAll(ids);
        return chosen.toString();
    }

    private void checkLifecycles() {
        assertThat(count("""
                        select count(*) from leadbaton.lead l where 1 <> (
                            select count(*) from act_hi_procinst p
                            where p.business_key_ = l.id and p.super_process_instance_id_ is null
                              and p.proc_def_key_ = 'lifecycle')
                        """)).as("leads without exactly one lifecycle").isZero();
        assertThat(count("select count(*) from leadbaton.lead")).isEqualTo(notes.size());
    }

    /** Prospects that bought in the end reply to the drip. */
    private int reawaken() {
        List<Map<String, Object>> nurtured = jdbc.sql(
                        "select id, external_id from leadbaton.lead where stage = 'NURTURE'")
                .query()
                .listOfRows();
        nurtured.stream()
                .filter(lead -> converted.contains((String) lead.get("external_id")))
                .forEach(lead -> signals.receive(LeadId.of((String) lead.get("id")), Signal.of(Signal.Type.REPLIED)));
        return nurtured.size();
    }

    private void play(ExecutorService people) throws Exception {
        while (true) {
            List<Work> work = openTasks();
            if (!work.isEmpty()) {
                together(
                        people, work, task -> tasks.complete(task.taskId(), task.fields(notes.get(task.externalId()))));
                continue;
            }
            List<String> due = nextTimers();
            if (due.isEmpty()) {
                return;
            }
            together(people, due, management::executeJob);
        }
    }

    private List<Work> openTasks() {
        return jdbc.sql("""
                        select t.id_, t.task_def_key_, l.external_id, l.attempts_made + 1 as attempt
                        from act_ru_task t
                        join act_ru_execution i on i.id_ = t.proc_inst_id_
                        join leadbaton.lead l on l.id = i.business_key_
                        """)
                .query((row, n) -> new Work(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
    }

    private List<String> nextTimers() {
        List<Instant> first = jdbc.sql(
                        "select min(duedate_) from act_ru_job where handler_type_ <> 'history-cleanup' and duedate_ < '2900-01-01'")
                .query((row, n) -> row.getTimestamp(1) == null
                        ? Instant.MAX
                        : row.getTimestamp(1).toInstant())
                .list();
        if (first.get(0).equals(Instant.MAX)) {
            return List.of();
        }
        Date now = Date.from(first.get(0).plus(STEP));
        ClockUtil.setCurrentTime(now);
        return jdbc.sql(
                        "select id_ from act_ru_job where handler_type_ <> 'history-cleanup' and duedate_ <= ? order by duedate_")
                .param(new Timestamp(now.getTime()))
                .query(String.class)
                .list();
    }

    private static <T> void together(ExecutorService people, List<T> all, Consumer<T> one) throws Exception {
        Collection<Future<?>> running = all.stream()
                .<Future<?>>map(each -> people.submit(() -> again(() -> one.accept(each))))
                .toList();
        for (Future<?> each : running) {
            each.get();
        }
    }

    /** Two timers of one lead may meet; the engine's own executor repeats then, and so does this one. */
    private static void again(Runnable work) {
        for (int tries = 1; ; tries++) {
            try {
                work.run();
                return;
            } catch (OptimisticLockingException met) {
                if (tries == 5) {
                    throw met;
                }
            } catch (NullValueException gone) {
                return;
            }
        }
    }

    private void checkRules() {
        assertThat(
                        count(
                                "select count(*) from leadbaton.lead where stage not in ('WON', 'LOST', 'DISQUALIFIED', 'ARCHIVED', 'SUPPRESSED')"))
                .as("leads left open")
                .isZero();
        assertThat(count("select count(*) from act_ru_execution"))
                .as("processes left")
                .isZero();
        assertThat(count("""
                        select count(*) from (select lead_id from leadbaton.attempt group by lead_id
                            having max(number) <> count(*) or min(number) <> 1) broken
                        """)).as("attempt numbers skipped or doubled").isZero();
        assertThat(count("""
                        select count(*) from (select lead_id from leadbaton.lead_event group by lead_id
                            having max(seq) <> count(*) or min(seq) <> 1) broken
                        """)).as("event numbers skipped or doubled").isZero();
        assertThat(count(LEFT_WITHOUT_DISPOSITION))
                .as("left work without a disposition")
                .isZero();
        assertThat(count(NURTURED_TOO_EARLY)).as("back in nurture too early").isZero();
        assertThat(count("""
                        select count(*) from leadbaton.lead where stage <> 'WON' and stage <> 'SUPPRESSED' and external_id = any (?)
                        """, (Object) converted.toArray(String[]::new)))
                .as("buyers that were not won")
                .isZero();
        assertThat(count("select count(*) from leadbaton.sla_clock where closed_at is null"))
                .as("clocks left")
                .isZero();
    }

    private static final String LEFT_WITHOUT_DISPOSITION = """
            select count(*) from leadbaton.lead_event e
            where e.details ->> 'from' in ('WORKING', 'ENGAGED')
              and e.details ->> 'to' in ('ASSIGNED', 'NURTURE', 'DISQUALIFIED', 'SQL')
              and e.details ->> 'disposition' is null
              and not exists (select 1 from leadbaton.lead_event d where d.lead_id = e.lead_id and d.seq < e.seq
                  and d.seq > (select max(s.seq) from leadbaton.lead_event s
                      where s.lead_id = e.lead_id and s.type = 'lead-accepted' and s.seq < e.seq)
                  and d.type = 'lead-disposed' and d.details ->> 'disposition' is not null)
            """;

    private static final String NURTURED_TOO_EARLY = """
            select count(*) from leadbaton.lead_event e
            where e.details ->> 'from' = 'WORKING' and e.details ->> 'to' = 'NURTURE'
              and 5 > (select count(*) from leadbaton.lead_event a where a.lead_id = e.lead_id and a.type = 'attempt-logged'
                  and a.seq < e.seq and a.seq > (select max(s.seq) from leadbaton.lead_event s
                      where s.lead_id = e.lead_id and s.type = 'lead-accepted' and s.seq < e.seq))
            """;

    private int count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Integer.class).single();
    }

    private String funnel(int nurturedAtOnce, Duration took) {
        StringBuilder lines =
                new StringBuilder("Funnel of %d real leads (no seed: nothing is drawn by chance), %d min %d s%n"
                        .formatted(notes.size(), took.toMinutes(), took.toSecondsPart()));
        jdbc.sql("""
                        select details ->> 'to' as stage, count(distinct lead_id) as leads from leadbaton.lead_event
                        where details ->> 'to' is not null group by 1 order by 2 desc
                        """)
                .query((row, n) -> "  reached %-13s %6d%n".formatted(row.getString(1), row.getInt(2)))
                .list()
                .forEach(lines::append);
        lines.append("  nurtured at once %4d%n".formatted(nurturedAtOnce));
        lines.append("  attempts made  %6d%n".formatted(count("select count(*) from leadbaton.attempt")));
        lines.append(
                "  second voices  %6d%n".formatted(count("select count(*) from leadbaton.lead where second_voice")));
        lines.append("  breaches       %6d%n"
                .formatted(count("select count(*) from leadbaton.lead_event where type = 'clock-missed'")));
        return lines.toString();
    }
}
