package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import io.leadbaton.Canary;
import io.leadbaton.ClientLedger;
import io.leadbaton.Invariants;
import io.leadbaton.Leadbaton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes on one database, the second behind a network that can be bad; clients that keep a ledger; and a third service that
 * fires nothing and serves nobody, which is asked what is true.
 */
final class World implements AutoCloseable {

    /** Repeats a run: {@code -Dleadbaton.faults.seed=...}. */
    static final long SEED = Long.getLong("leadbaton.faults.seed", 20_261_122);

    /** How long a job belongs to a node that says nothing: a third of what is shipped, because a run has to be short. */
    static final int LOCK_SECONDS = Integer.getInteger("leadbaton.faults.lock-seconds", 20);

    private static final String NAME = "leadbaton";

    /** The timer and the date shown move with the clock. Without warnings, the deadline is what the timer is set to first. */
    private static final String FALL_DUE = """
            with due as (
                update leadbaton.sla_clock set due_at = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => :in), warnings = '{}'
                where lead_id = any (:leads) and clause = 'firstResponse' and closed_at is null and escalation is null
                returning lead_id, due_at),
              shown as (
                update camunda.act_ru_task t set due_date_ = due.due_at at time zone 'UTC', rev_ = t.rev_ + 1
                from due join camunda.act_ru_execution e on e.business_key_ = due.lead_id
                where t.proc_inst_id_ = e.id_ and t.task_def_key_ in ('assignByHand', 'makeAttempt'))
            update camunda.act_ru_job j set duedate_ = due.due_at at time zone 'UTC', rev_ = j.rev_ + 1
            from due join camunda.act_ru_execution e on e.business_key_ = due.lead_id and e.id_ = e.root_proc_inst_id_
            where j.root_proc_inst_id_ = e.id_ and j.handler_cfg_ = 'firstResponseDue'
            """;

    private final Path folder;
    private final PolicyFolder policy;
    private final Database database;
    private final FaultProxy proxy;
    private final ConfigurableApplicationContext oracle;
    private final List<Node> nodes;
    private final ClientLedger ledger;
    private final Senders load;
    private final Random random = new Random(SEED);
    private int kills;

    World(Path folder) {
        this.folder = folder;
        policy = PolicyFolder.copiedTo(folder.resolve("policy"));
        database = new Database(folder.resolve("pg"));
        database.create(NAME);
        proxy = new FaultProxy(database.port(), SEED);
        oracle = oracle();
        ledger = ClientLedger.of("demo", folder.resolve("ledger"));
        nodes = List.of(
                new Node("one", Database.url(database.port(), NAME), folder),
                new Node("two", Database.url(proxy.port(), NAME) + "&prepareThreshold=0", folder));
        load = new Senders(ledger, nodes.stream().map(Node::port).toList(), intakeKey());
        asShipped();
        nodes.forEach(Node::start);
        nodes.forEach(Node::awaitReady);
    }

    private ConfigurableApplicationContext oracle() {
        return SpringApplication.run(
                Leadbaton.class,
                "--spring.datasource.url=" + Database.url(database.port(), NAME),
                "--leadbaton.data=" + folder.resolve("oracle"),
                "--leadbaton.demo=true",
                "--leadbaton.sample-leads=false",
                "--leadbaton.policy.dir=" + policy.path(),
                "--leadbaton.policy.watch=false",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false");
    }

    String intakeKey() {
        try {
            return Files.readString(folder.resolve("oracle/demo-intake-key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Database database() {
        return database;
    }

    FaultProxy proxy() {
        return proxy;
    }

    List<Node> nodes() {
        return nodes;
    }

    Senders load() {
        return load;
    }

    ClientLedger ledger() {
        return ledger;
    }

    Random random() {
        return random;
    }

    Path folder() {
        return folder;
    }

    /** What the oracle's service is made of, for a question that only it can answer. */
    <T> T bean(Class<T> type) {
        return oracle.getBean(type);
    }

    JdbcClient sql() {
        return database.sql(NAME);
    }

    int kills() {
        return kills;
    }

    void killed() {
        kills++;
    }

    PolicyFolder policy() {
        return policy;
    }

    void asShipped() {
        with(LOCK_SECONDS);
    }

    /** From the next start of each node on. */
    void with(int lockSeconds, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--leadbaton.policy.dir=" + policy.path());
        all.add("--camunda.bpm.job-execution.lock-time-in-millis=" + lockSeconds * 1_000);
        nodes.forEach(node -> node.settings(all));
    }

    /** Leads whose first response is promised within the hour, waiting for their reps. */
    List<String> promises(int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> load.bring("promise"))
                .toList();
    }

    void fallDue(List<String> leads, int inSeconds) {
        int moved = sql().sql(FALL_DUE)
                .param("in", inSeconds)
                .param("leads", leads.toArray(String[]::new))
                .update();
        if (moved != leads.size()) {
            throw new IllegalStateException("%d leads, but %d timers".formatted(leads.size(), moved));
        }
    }

    /** How many of these leads have their breach on record. */
    int broken(List<String> leads) {
        return sql().sql("""
                        select count(*) from leadbaton.sla_clock c join leadbaton.sla_mark m on m.clock_id = c.id and m.mark = 'deadline'
                        where c.lead_id = any (:leads) and c.clause = 'firstResponse'
                        """)
                .param("leads", leads.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Leads that were put aside as if something were wrong with them. */
    int putAside() {
        return sql().sql("select count(*) from leadbaton.lead_event where type = 'sorting-needed'")
                .query(Integer.class)
                .single();
    }

    /** Everything that was broken is whole again, every request has its answer, and whatever fell due has been done. */
    void heal() {
        database.start();
        proxy.turn(FaultProxy.Mood.CALM);
        nodes.stream().filter(node -> !node.isAlive()).forEach(Node::start);
        nodes.forEach(Node::awaitReady);
        load.stop();
        await().atMost(Duration.ofSeconds(LOCK_SECONDS + 60L))
                .pollInterval(Duration.ofMillis(500))
                .until(this::nothingIsDue);
    }

    void restart(Node node) {
        if (node.isAlive()) {
            node.kill();
        }
        node.start();
        node.awaitReady();
    }

    private boolean nothingIsDue() {
        return sql().sql("""
                        select not exists (select 1 from camunda.act_ru_job where retries_ > 0 and suspension_state_ = 1
                            and duedate_ <= clock_timestamp() at time zone 'UTC' - interval '1 second')
                        """).query(Boolean.class).single();
    }

    /** Time goes on while the oracle looks: what it finds wrong has to be wrong again when it looks once more. */
    Map<String, List<String>> violations() {
        try {
            return await().atMost(Duration.ofSeconds(45))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofSeconds(5))
                    .ignoreExceptions()
                    .until((Callable<Map<String, List<String>>>) this::look, World::nothingIsWrong);
        } catch (ConditionTimeoutException stillWrong) {
            return look();
        }
    }

    private static boolean nothingIsWrong(Map<String, List<String>> found) {
        return found.values().stream().allMatch(List::isEmpty);
    }

    private Map<String, List<String>> look() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        Map<String, List<String>> told = bean(Invariants.class).violations(ledger);
        Stream.of("I1", "I2").forEach(id -> found.put(id, told.get(id)));
        found.putAll(bean(Invariants.class).violations());
        found.put("I11", leaks());
        return found;
    }

    private List<String> leaks() {
        Stream<String> tables = Canary.tablesThatKnow(SentLead.CANARY, sql()).stream()
                .map(table -> "the engine's table " + table + " knows a person");
        Stream<String> logs = nodes.stream()
                .flatMap(node -> node.said().stream())
                .filter(line -> line.contains(SentLead.CANARY) || line.contains("sent1@example.com"))
                .map(line -> "a log knows a person");
        return Stream.concat(tables, logs).distinct().toList();
    }

    @Override
    public void close() throws Exception {
        for (Node node : nodes) {
            node.close();
            Files.write(Path.of("target/faults-" + node.name() + ".log"), node.said());
        }
        oracle.close();
        proxy.close();
        ledger.close();
        database.close();
    }
}
