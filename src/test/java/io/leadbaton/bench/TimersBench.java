package io.leadbaton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How late timers fire: with one node and with two, each in a JVM of its own, on databases with thousands of open leads. Every timer
 * is the first response of a lead; when it falls due the breach is written, the ladder begins and Cockpit shows the lead. Stock's timers end a
 * wait for the next attempt, which is less work; in the drain that is compared ours do the same.
 */
@ExtendWith(BenchReport.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimersBench {

    private static final int WARM_UP = 600;
    private static final int IDLE_SECONDS = 80;
    private static final int AFTER_IDLENESS = 20;
    private static final int STEADY = 800;
    private static final int STORM = 10_000;
    private static final int STORM_FOR_TWO = 1_000;
    private static final int SMALL_STORM = 500;
    private static final int STORMS_IN_TURN = 3;
    private static final int PATTERNS = 25;
    private static final String IDLE = "one a second after %d s of idleness".formatted(IDLE_SECONDS);

    @TempDir
    static Path folder;

    private static final Random RANDOM = new Random(BenchReport.SEED);
    private static final List<Node> NODES = new CopyOnWriteArrayList<>();
    private static BenchServer server;
    private static List<Cluster> clusters;
    private static final List<Contender> CONTENDERS = new ArrayList<>();
    private static WaitingLeads stock;
    private static WaitingLeads ours;
    private static final List<Lateness> WAKING = new ArrayList<>();

    @BeforeAll
    static void startNodes(BenchReport report) {
        server = new BenchServer(folder.resolve("pg"));
        report.measuredOn(Machine.here(server.version()));
        var one = CompletableFuture.supplyAsync(() -> cluster("one", 1, STORM));
        var two = CompletableFuture.supplyAsync(() -> cluster("two", 2, STORM_FOR_TWO));
        startStock();
        startOurs();
        clusters = List.of(one.join(), two.join());
        var warmingUp =
                clusters.stream().map(cluster -> schedule(cluster, WARM_UP, 50)).toList();
        IntStream.range(0, 2).forEach(i -> clusters.get(i).lateness(warmingUp.get(i)));
        report.line("| timers | nodes | n | p50 ms | p95 ms | p99 ms | max ms |");
        report.line("|---|---|---|---|---|---|---|");
    }

    private static void startStock() {
        Stock service = new Stock("stocktimers", server, true);
        CONTENDERS.add(service);
        int needed = AFTER_IDLENESS + STEADY + (1 + STORMS_IN_TURN) * SMALL_STORM;
        stock = WaitingLeads.of(service, server, OpenLeads.ofStock(server.sql("stocktimers")), needed);
    }

    private static void startOurs() {
        Ours service = Ours.firingTimers("ourtimers", server, folder.resolve("ourtimers"));
        CONTENDERS.add(service);
        int needed = (1 + STORMS_IN_TURN) * SMALL_STORM;
        ours = WaitingLeads.of(service, server, new OpenLeads(server.sql("ourtimers")), needed);
    }

    private static Cluster cluster(String database, int size, int storm) {
        server.create(database);
        Node first = start(database, 1);
        int needed = WARM_UP + AFTER_IDLENESS + STEADY + storm;
        new OpenLeads(server.sql(database)).fill(first, PATTERNS, needed / PATTERNS + 1);
        List<Node> nodes = new ArrayList<>(List.of(first));
        IntStream.rangeClosed(2, size).forEach(number -> nodes.add(start(database, number)));
        return new Cluster(nodes, server.client(database));
    }

    private static Node start(String database, int number) {
        Node node = Node.on(server.url(database), folder.resolve(database + number));
        NODES.add(node);
        node.awaitReady();
        return node;
    }

    @Test
    @Order(1)
    void firesOnTimeAfterIdleness(BenchReport report) throws Exception {
        List<Long> before = clusters.stream().map(Cluster::jobQueries).toList();
        Thread.sleep(Duration.ofSeconds(IDLE_SECONDS).toMillis());
        List<Long> after = clusters.stream().map(Cluster::jobQueries).toList();
        stock.fallDue(AFTER_IDLENESS, AFTER_IDLENESS);
        List<List<String>> clocks = clusters.stream()
                .map(cluster -> schedule(cluster, AFTER_IDLENESS, 1))
                .toList();

        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            Lateness late = cluster.lateness(clocks.get(i));
            double idle = (after.get(i) - before.get(i)) / (double) IDLE_SECONDS / cluster.size();
            report.row(IDLE, cluster.size(), late);
            WAKING.add(late);
            report.add(Figure.of("timer-idle-queries" + cluster.suffix(), idle, "1/s per node", IDLE_SECONDS));
            assertThat(late.percentile(99)).isLessThanOrEqualTo(1_000);
            assertThat(idle).isLessThanOrEqualTo(2.05);
        }
    }

    @Test
    @Order(2)
    void firesFiftyASecondOnTime(BenchReport report) {
        List<Lateness> steady = clusters.stream()
                .map(cluster -> fire(cluster, STEADY / (cluster.size() * cluster.size()), 50))
                .toList();
        Lateness stockAfterIdleness = stock.lateness();
        stock.fallDue(STEADY, STEADY / 50);
        Lateness stockSteady = stock.lateness();

        compare(report, IDLE, "timer-idle-p99", WAKING, stockAfterIdleness);
        IntStream.range(0, 2)
                .forEach(i -> report.row("50 due a second", clusters.get(i).size(), steady.get(i)));
        compare(report, "50 due a second", "timer-50-p99", steady, stockSteady);
        steady.forEach(late -> assertThat(late.percentile(99)).isLessThanOrEqualTo(5_000));
    }

    private static void compare(BenchReport report, String what, String figure, List<Lateness> late, Lateness stocks) {
        report.row(what + ", stock", 1, stocks);
        IntStream.range(0, 2)
                .forEach(i -> report.add(Figure.of(
                                figure + clusters.get(i).suffix(),
                                late.get(i).percentile(99),
                                "ms",
                                late.get(i).n())
                        .timesStock(stocks.percentile(99) / late.get(i).percentile(99))));
    }

    @Test
    @Order(3)
    void servesFreshPromisesInTheMiddleOfAStorm(BenchReport report) throws Exception {
        for (Cluster cluster : clusters) {
            int size = cluster.size() == 1 ? STORM : STORM_FOR_TWO;
            List<String> storm = cluster.untouched(size);
            cluster.schedule(storm, Collections.nCopies(size, cluster.now().plusSeconds(5)));
            List<String> fresh = receiveOneASecondUntilFired(cluster, storm);
            Lateness drained = cluster.lateness(storm);
            Lateness late = cluster.lateness(fresh);
            report.row("%,d due at once".formatted(size), cluster.size(), drained);
            report.row("5-second promises made meanwhile, one a second", cluster.size(), late);
            report.add(Figure.of("storm-seconds" + cluster.suffix(), drained.max() / 1_000, "s", drained.n()));
            report.add(Figure.of("storm-fresh-sla" + cluster.suffix(), late.max(), "ms", late.n()));
            assertThat(late.max()).isLessThanOrEqualTo(5_000);
            assertThat(cluster.faults()).isZero();
        }
    }

    /** The same timer in both, in turn, after one storm to warm up: of a wait for the next attempt, which ends in a task with its own timer. */
    @Test
    @Order(4)
    void drainsAStormFasterThanStock(BenchReport report) {
        List.of(stock, ours).forEach(TimersBench::drain);
        List<Double> ratios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < STORMS_IN_TURN; round++) {
            double theirs = drain(stock);
            double mine = drain(ours);
            rates.add(mine);
            ratios.add(mine / theirs);
            report.line("%,d attempts due at once: ours made %.0f tasks a second, stock %.0f"
                    .formatted(SMALL_STORM, mine, theirs));
        }
        report.add(Figure.of("storm-drain", median(rates), "1/s", STORMS_IN_TURN * SMALL_STORM)
                .timesStock(median(ratios)));
    }

    private static double drain(WaitingLeads leads) {
        leads.fallDue(SMALL_STORM, 0);
        return leads.drain();
    }

    private static double median(List<Double> odd) {
        return odd.stream().sorted().toList().get(odd.size() / 2);
    }

    private static List<String> receiveOneASecondUntilFired(Cluster cluster, List<String> storm) throws Exception {
        List<String> fresh = new ArrayList<>();
        while (!cluster.haveFired(storm)) {
            long began = System.nanoTime();
            Node node = cluster.nodes().get(fresh.size() % cluster.size());
            fresh.add(cluster.receiveUrgent(node, OpenLeads.hot("fresh", fresh.size())));
            Thread.sleep(Math.max(0, 1_000 - (System.nanoTime() - began) / 1_000_000));
        }
        return fresh;
    }

    private static Lateness fire(Cluster cluster, int count, int aSecond) {
        return cluster.lateness(schedule(cluster, count, aSecond));
    }

    /** At random instants, so many a second on average. */
    private static List<String> schedule(Cluster cluster, int count, int aSecond) {
        List<String> clocks = cluster.untouched(count);
        Instant start = cluster.now().plusSeconds(2);
        int millis = count * 1_000 / aSecond;
        cluster.schedule(
                clocks,
                clocks.stream()
                        .map(clock -> start.plusMillis(RANDOM.nextInt(millis)))
                        .toList());
        return clocks;
    }

    @AfterAll
    static void stop(BenchReport report) throws Exception {
        for (Node node : NODES) {
            report.complaints(node.complaints());
            node.close();
        }
        CONTENDERS.forEach(Contender::close);
        server.close();
    }
}
