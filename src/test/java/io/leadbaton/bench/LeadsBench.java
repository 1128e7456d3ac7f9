package io.leadbaton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast leads come in and attempts are noted, compared with Camunda as people usually set it up and with the least SQL that keeps
 * as much. Four clients, each in a closed loop; all on one PostgreSQL, each on a database of its own.
 */
@ExtendWith(BenchReport.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeadsBench {

    private static final ClosedLoop CLIENTS = new ClosedLoop(4);
    private static final int WARM_UP = 1_500;
    private static final int LEADS = 200;
    private static final int WORKED_LEADS = 120;
    private static final int LEAST = 2_000;

    @TempDir
    static Path folder;

    private static BenchServer server;
    private static Stock stock;
    private static Stock twin;
    private static Ours ours;
    private static Limit limit;
    private static final Map<Contender, Costs> SPENT = new HashMap<>();

    @BeforeAll
    static void start(BenchReport report) {
        server = new BenchServer(folder.resolve("leads-pg"));
        report.measuredOn(Machine.here(server.version()));
        limit = new Limit(server);
        stock = new Stock("stock", server);
        twin = new Stock("twin", server);
        ours = new Ours("ours", server, folder.resolve("ours"));
    }

    @Test
    @Order(1)
    void doesTheSameStepsAsStock(BenchReport report) {
        contenders().forEach(Contender::receive);
        Map<String, Long> lead = steps(ours);
        assertThat(lead).isEqualTo(steps(stock));
        contenders().forEach(contender -> contender.accept(1));
        contenders().forEach(contender -> contender.dueAttempts().forEach(contender::attempt));
        assertThat(steps(ours)).isEqualTo(steps(stock));
        report.line("Steps of a lead until a rep has it: " + lead);
    }

    /** Everything that happened so far, by kind. */
    private static Map<String, Long> steps(Contender contender) {
        Map<String, Long> steps =
                contender.bean(HistoryService.class).createHistoricActivityInstanceQuery().list().stream()
                        .collect(Collectors.groupingBy(
                                HistoricActivityInstance::getActivityType, TreeMap::new, Collectors.counting()));
        steps.put(
                "open tasks",
                contender.bean(TaskService.class).createTaskQuery().count());
        steps.put(
                "timers",
                contender
                        .bean(ManagementService.class)
                        .createJobQuery()
                        .timers()
                        .count());
        steps.put(
                "subscriptions",
                contender
                        .bean(RuntimeService.class)
                        .createEventSubscriptionQuery()
                        .count());
        return steps;
    }

    @Test
    @Order(2)
    void warmsUp(BenchReport report) {
        contenders().forEach(contender -> {
            long began = System.nanoTime();
            requireAll(CLIENTS.run(WARM_UP, contender::receive));
            requireAll(CLIENTS.run(WARM_UP / 4, contender::receiveOverHttp));
            report.line("%s warmed up in %.0f s".formatted(contender.name(), (System.nanoTime() - began) / 1e9));
            server.sql(contender.name()).execute("vacuum analyze");
        });
        requireAll(CLIENTS.run(LEAST, limit::receive));
    }

    @Test
    @Order(3)
    void takesALeadInWithinOneJvm(BenchReport report) {
        Comparison speed = compare(
                contender -> rate(contender, "acceptLead", LEADS, Contender::receive),
                Map.of(
                        "limit",
                        () -> requireAll(CLIENTS.run(LEAST, limit::receive)).perSecond()));
        report.line("| lead received, within one JVM | %.0f/s | stock %.0f/s | limit %.0f/s | x stock %s | noise %s |"
                .formatted(
                        speed.rate("ours"),
                        speed.rate("stock"),
                        speed.rate("limit"),
                        speed.spread("ours", "stock"),
                        speed.spread("twin", "stock")));
        report.add(Figure.of("single-lead", speed.rate("ours"), "1/s", 6 * LEADS)
                .timesStock(speed.ratio("ours", "stock"))
                .ofTheLimit(speed.ratio("ours", "limit")));
        report.add(Figure.of("limit", speed.rate("limit"), "1/s", 6 * LEAST));
        report.add(Figure.of("noise", speed.ratio("twin", "stock"), "x", 6 * LEADS));
        costs(report, "lead", 6 * LEADS);
    }

    @Test
    @Order(4)
    void takesALeadInOverHttp(BenchReport report) {
        Comparison speed =
                compare(contender -> rate(contender, "acceptLead", LEADS, Contender::receiveOverHttp), Map.of());
        report.line("| lead received over HTTP | %.0f/s | stock %.0f/s | x stock %s | noise %s |"
                .formatted(
                        speed.rate("ours"),
                        speed.rate("stock"),
                        speed.spread("ours", "stock"),
                        speed.spread("twin", "stock")));
        report.add(Figure.of("single-lead-http", speed.rate("ours"), "1/s", 6 * LEADS)
                .timesStock(speed.ratio("ours", "stock")));
    }

    @Test
    @Order(5)
    void notesAnAttempt(BenchReport report) {
        contenders().forEach(contender -> contender.accept(WORKED_LEADS));
        SPENT.clear();
        Comparison speed = compare(LeadsBench::attempts, Map.of());
        report.line("| attempt noted | %.0f/s | stock %.0f/s | x stock %s | noise %s |"
                .formatted(
                        speed.rate("ours"),
                        speed.rate("stock"),
                        speed.spread("ours", "stock"),
                        speed.spread("twin", "stock")));
        report.add(Figure.of("attempt", speed.rate("ours"), "1/s", 6 * WORKED_LEADS)
                .timesStock(speed.ratio("ours", "stock")));
        costs(report, "attempt", 6 * WORKED_LEADS);
    }

    private static double attempts(Contender contender) {
        List<Runnable> attempts = contender.dueAttempts().stream()
                .limit(WORKED_LEADS)
                .<Runnable>map(task -> () -> contender.attempt(task))
                .toList();
        assertThat(attempts).hasSize(WORKED_LEADS);
        return spending(contender, () -> requireAll(CLIENTS.run(attempts)).perSecond());
    }

    private static Comparison compare(
            java.util.function.ToDoubleFunction<Contender> work, Map<String, Comparison.Work> others) {
        Map<String, Comparison.Work> all = new LinkedHashMap<>();
        contenders().forEach(contender -> all.put(contender.name(), () -> work.applyAsDouble(contender)));
        all.putAll(others);
        return new Comparison(all);
    }

    /** Time ends when the task is there; each one that was acknowledged is counted. */
    private static double rate(Contender contender, String task, int times, Consumer<Contender> operation) {
        long before = contender.openTasks(task);
        double rate = spending(
                contender,
                () -> requireAll(CLIENTS.run(times, () -> operation.accept(contender)))
                        .perSecond());
        assertThat(contender.openTasks(task) - before).isEqualTo(times);
        return rate;
    }

    private static double spending(Contender contender, Comparison.Work work) {
        Costs before = Costs.soFar(contender, server);
        double rate = work.perSecond();
        Costs spent = Costs.soFar(contender, server).since(before);
        SPENT.merge(contender, spent, Costs::plus);
        return rate;
    }

    private static void costs(BenchReport report, String what, int times) {
        Costs mine = SPENT.get(ours).each(times);
        Costs theirs = SPENT.get(stock).each(times);
        SPENT.clear();
        report.line("| for each %s | ours | stock |".formatted(what));
        report.line("| statements | %.1f | %.1f |".formatted(mine.statements(), theirs.statements()));
        report.line("| round trips | %.1f | %.1f |".formatted(mine.roundTrips(), theirs.roundTrips()));
        report.line("| WAL KB | %.1f | %.1f |".formatted(mine.walKilobytes(), theirs.walKilobytes()));
        report.line("| CPU ms service + database | %.2f + %.2f | %.2f + %.2f |"
                .formatted(
                        mine.serviceMillis(), mine.databaseMillis(), theirs.serviceMillis(), theirs.databaseMillis()));
        report.add(Figure.of("statements-per-" + what, mine.statements(), "statements", times)
                .timesStock(theirs.statements() / mine.statements()));
        report.add(Figure.of("round-trips-per-" + what, mine.roundTrips(), "round trips", times)
                .timesStock(theirs.roundTrips() / mine.roundTrips()));
        report.add(Figure.of("wal-per-" + what, mine.walKilobytes(), "KB", times)
                .timesStock(theirs.walKilobytes() / mine.walKilobytes()));
        report.add(
                Figure.of("cpu-per-" + what, mine.millis(), "ms", times).timesStock(theirs.millis() / mine.millis()));
    }

    private static ClosedLoop.Result requireAll(ClosedLoop.Result result) {
        result.failures().stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
        return result;
    }

    private static List<Contender> contenders() {
        return List.of(stock, ours, twin);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : List.of(ours, twin, stock, limit, server)) {
            each.close();
        }
    }
}
