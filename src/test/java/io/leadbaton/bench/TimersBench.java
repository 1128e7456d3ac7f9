package io.leadbaton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.bench.WaitingServices.Idleness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How late timers fire: with one node, and with two where {@code -Dleadbaton.bench.two-nodes=true}, each in a JVM of its own, on
 * databases with thousands of open leads. Every timer is the first response of a lead; when it falls due the breach is written, the
 * ladder begins and Cockpit shows the lead. Stock's timers end a wait for the next attempt, which is less work; in the drain that is
 * compared ours do the same.
 */
@Order(3)
@ExtendWith({BenchReport.Shared.class, WaitingServices.Shared.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimersBench {

    private static final Duration IDLE = Duration.ofSeconds(80);

    private static WaitingServices services;
    private static List<Cluster> clusters;
    private static final List<Lateness> WAKING = new ArrayList<>();

    @BeforeAll
    static void begin(BenchReport report, WaitingServices waiting) {
        services = waiting;
        clusters = waiting.clusters();
        report.measuredOn(Machine.here(waiting.version()));
        report.line("| timers | nodes | n | p50 ms | p95 ms | p99 ms | max ms |");
        report.line("|---|---|---|---|---|---|---|");
    }

    @Test
    @Order(1)
    void firesOnTimeAfterIdleness(BenchReport report) throws Exception {
        Idleness idleness = services.idleFor(IDLE);
        services.stock().fallDue(WaitingServices.AFTER_IDLENESS, WaitingServices.AFTER_IDLENESS);
        List<List<String>> clocks = clusters.stream()
                .map(cluster -> cluster.fall(WaitingServices.AFTER_IDLENESS, 1))
                .toList();

        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            Lateness late = cluster.lateness(clocks.get(i));
            double queries = idleness.queriesPerNode().get(i);
            report.row(
                    "one a second after %d s of idleness"
                            .formatted(idleness.lasted().toSeconds()),
                    cluster.size(),
                    late);
            WAKING.add(late);
            report.add(Figure.of("timer-idle-queries" + cluster.suffix(), queries, "1/s per node", (int)
                    idleness.lasted().toSeconds()));
            assertThat(late.percentile(99)).isLessThanOrEqualTo(1_000);
            assertThat(queries).isLessThanOrEqualTo(2.05);
        }
    }

    @Test
    @Order(2)
    void firesFiftyASecondOnTime(BenchReport report) {
        List<Lateness> steady = clusters.stream()
                .map(cluster ->
                        cluster.lateness(cluster.fall(WaitingServices.STEADY / (cluster.size() * cluster.size()), 50)))
                .toList();
        Lateness stockAfterIdleness = services.stock().lateness();
        services.stock().fallDue(WaitingServices.STEADY, WaitingServices.STEADY / 50);
        Lateness stockSteady = services.stock().lateness();

        compare(report, "after idleness", "timer-idle-p99", WAKING, stockAfterIdleness);
        IntStream.range(0, clusters.size())
                .forEach(i -> report.row("50 due a second", clusters.get(i).size(), steady.get(i)));
        compare(report, "50 due a second", "timer-50-p99", steady, stockSteady);
        steady.forEach(late -> assertThat(late.percentile(99)).isLessThanOrEqualTo(5_000));
    }

    private static void compare(BenchReport report, String what, String figure, List<Lateness> late, Lateness stocks) {
        report.row(what + ", stock", 1, stocks);
        IntStream.range(0, clusters.size())
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
            int size = cluster.size() == 1 ? WaitingServices.STORM : WaitingServices.STORM_FOR_TWO;
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

    /** The same timer in both, in turn, after one storm to warm up: of a wait for the next attempt, which ends in a task with its own timer. */
    @Test
    @Order(4)
    void drainsAStormFasterThanStock(BenchReport report) {
        List.of(services.stock(), services.ours()).forEach(TimersBench::drain);
        List<Double> ratios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < WaitingServices.STORMS_IN_TURN; round++) {
            double theirs = drain(services.stock());
            double mine = drain(services.ours());
            rates.add(mine);
            ratios.add(mine / theirs);
            report.line("%,d attempts due at once: ours made %.0f tasks a second, stock %.0f"
                    .formatted(WaitingServices.SMALL_STORM, mine, theirs));
        }
        int n = WaitingServices.STORMS_IN_TURN * WaitingServices.SMALL_STORM;
        report.add(Figure.of("storm-drain", median(rates), "1/s", n).timesStock(median(ratios)));
    }

    private static double drain(WaitingLeads leads) {
        leads.fallDue(WaitingServices.SMALL_STORM, 0);
        return leads.drain();
    }

    private static double median(List<Double> odd) {
        return odd.stream().sorted().toList().get(odd.size() / 2);
    }

    @AfterAll
    static void tellWhatNodesComplainedAbout(BenchReport report) {
        report.complaints(services.complaints());
    }
}
