package io.leadbaton.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One or more nodes on one database, and what can be measured there. */
record Cluster(List<Node> nodes, JdbcClient sql) {

    int size() {
        return nodes.size();
    }

    /** Tells its figures from those of a single node. */
    String suffix() {
        return size() == 1 ? "" : "-two-nodes";
    }

    private static final Random RANDOM = new Random(BenchReport.SEED);

    /** The timer moves with its clock, in one transaction. Without warnings, the deadline is what it is set to first. */
    private static final String MOVE = """
            with due as (select * from unnest(:clocks, :at::timestamptz[]) as due (clock, at)),
              clocks as (
                update leadbaton.sla_clock c set due_at = due.at, warnings = '{}' from due where c.id = due.clock returning c.lead_id, due.at)
            update camunda.act_ru_job j set duedate_ = clocks.at at time zone 'UTC', rev_ = j.rev_ + 1
            from clocks join camunda.act_ru_execution e on e.business_key_ = clocks.lead_id and e.id_ = e.root_proc_inst_id_
            where j.root_proc_inst_id_ = e.id_ and j.handler_cfg_ = 'firstResponseDue'
            """;

    private static final String FIRED = """
            from leadbaton.sla_clock c join leadbaton.sla_mark m on m.clock_id = c.id and m.mark = 'deadline'
            where c.id = any (:clocks)
            """;

    private static final String FAULTS = """
            select (select count(*) from camunda.act_ru_job where exception_msg_ is not null)
              + (select count(*) from camunda.act_ru_incident where incident_type_ = 'failedJob')
              + (select count(*) from (select 1 from camunda.act_ru_execution e join leadbaton.sla_clock c on c.id = e.business_key_
                  where e.parent_id_ is null group by c.id having count(*) > 1) ladders)
            """;

    private static final String JOB_QUERIES = """
            select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid
            where d.datname = current_database() and s.query ilike '%act_ru_job%' and s.query not ilike '%sla_clock%'
            """;

    Instant now() {
        return sql.sql("select clock_timestamp()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** First responses of copied leads that are due in the far future. */
    List<String> untouched(int count) {
        return sql.sql("""
                        select c.id from leadbaton.sla_clock c
                        where c.clause = 'firstResponse' and c.due_at > now() + interval '10 minutes'
                          and not exists (select 1 from bench.pattern p where p.lead = c.lead_id)
                        order by md5(c.id) limit :count
                        """).param("count", count).query(String.class).list();
    }

    /** Receives a lead whose first response is promised within five seconds, and answers the clock of that promise. */
    String receiveUrgent(Node node, String json) {
        String lead = node.receive(json);
        Urgent urgent = sql.sql("""
                        select id, started_at from leadbaton.sla_clock where lead_id = :lead and clause = 'firstResponse'
                        """)
                .param("lead", lead)
                .query((row, number) -> new Urgent(
                        row.getString(1), row.getTimestamp(2).toInstant().plusSeconds(5)))
                .single();
        schedule(List.of(urgent.clock()), List.of(urgent.due()));
        return urgent.clock();
    }

    private record Urgent(String clock, Instant due) {}

    /** Lets first responses fall due at random instants, so many a second on average; answers their clocks. */
    List<String> fall(int count, int aSecond) {
        List<String> clocks = untouched(count);
        Instant start = now().plusSeconds(2);
        int millis = count * 1_000 / aSecond;
        schedule(
                clocks,
                clocks.stream()
                        .map(clock -> start.plusMillis(RANDOM.nextInt(millis)))
                        .toList());
        return clocks;
    }

    void schedule(List<String> clocks, List<Instant> at) {
        int moved = sql.sql(MOVE)
                .param("clocks", clocks.toArray(String[]::new))
                .param("at", at.stream().map(Instant::toString).toArray(String[]::new))
                .update();
        if (moved != clocks.size()) {
            throw new IllegalStateException("%d clocks, but %d timers".formatted(clocks.size(), moved));
        }
    }

    boolean haveFired(List<String> clocks) {
        return sql.sql("select count(*) = :all " + FIRED)
                .param("all", clocks.size())
                .param("clocks", clocks.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** From the due date to the commit of the transaction that wrote the breach, as PostgreSQL remembers it. */
    Lateness lateness(List<String> clocks) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> haveFired(clocks));
        return new Lateness(
                sql.sql("select extract(epoch from pg_xact_commit_timestamp(m.xmin) - c.due_at)::float8 * 1000 "
                                + FIRED)
                        .param("clocks", clocks.toArray(String[]::new))
                        .query(Double.class)
                        .list());
    }

    /** How often the nodes have asked for jobs so far. */
    long jobQueries() {
        return sql.sql(JOB_QUERIES).query(Long.class).single();
    }

    /** Jobs that failed, even if a later try succeeds, and promises whose ladder began twice. */
    int faults() {
        return sql.sql(FAULTS).query(Integer.class).single();
    }
}
