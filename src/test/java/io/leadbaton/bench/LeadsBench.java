package io.leadbaton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
 * How fast leads come in and attempts are noted, compared with Camunda as people usually set it up and with the least SQL that keeps
 * as much. Four clients, each in a closed loop; all on one PostgreSQL, each on a database of its own.
 */
@Order(1)
@ExtendWith(BenchReport.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeadsBench {

    private static final ClosedLoop CLIENTS = new ClosedLoop(4);
    private static final int WARM_UP = 1_200;
    private static final int LEADS = 200;
    private static final int OVER_HTTP = 100;
    private static final int WORKED_LEADS = 120;
    private static final int LEAST = 2_000;
    private static final int BULK = 600;
    private static final int STARTS = 120;

    @TempDir
    static Path folder;

    private static BenchServer server;
    private static Stock stock;
    private static Stock twin;
    private static Ours ours;
    private static Limit limit;
    private static long steps;

    @BeforeAll
    static void start(BenchReport report) {
        server = new BenchServer(folder.resolve("leads-pg"));
        report.measuredOn(Machine.here(server.version()));
        limit = new Limit(server);
        stock = new Stock("stock", server);
        twin = new Stock("twin", server);
        ours = new Ours("ours", server, folder.resolve("ours"));
    }

    /** {@link SameStepsIT} shows that ours are the same; only stock keeps each of them on record. */
    @Test
    @Order(1)
    void countsTheStepsOfALead(BenchReport report) {
        stock.receive();
        Map<String, Long> lead = Steps.taken(stock);
        report.line("Steps of a lead until a rep has it: " + lead);
        steps = Steps.inAll(lead);
    }

    @Test
    @Order(2)
    void warmsUp() {
        all().forEach(contender -> {
            // The twin's code is stock's, and warm by then.
            CLIENTS.perSecond(contender == twin ? WARM_UP / 6 : WARM_UP, contender::receive);
            server.sql(contender.name()).execute("vacuum analyze");
        });
        CLIENTS.perSecond(LEAST, limit::receive);
    }

    @Test
    @Order(3)
    void takesALeadInWithinOneJvm(BenchReport report) {
        Spending spending = new Spending(server);
        Map<String, Comparison.Work> contenders = new LinkedHashMap<>();
        all().forEach(each -> contenders.put(
                each.name(),
                () -> spending.during(each, () -> rate(each, LEADS, () -> CLIENTS.perSecond(LEADS, each::receive)))));
        contenders.put("limit", () -> CLIENTS.perSecond(LEAST, limit::receive));

        Comparison speed = new Comparison(contenders);

        report.line("Ours and stock start with the same steps of the same lead; noise is stock against its twin: "
                + speed.spread("twin", "stock"));
        report.line("| a second | ours | stock | ours x stock | of the limit |");
        report.line("|---|---|---|---|---|");
        report.line("| lead received, within one JVM | %.0f | %.0f | %s | %s |"
                .formatted(
                        speed.rate("ours"),
                        speed.rate("stock"),
                        speed.spread("ours", "stock"),
                        speed.share("ours", "limit")));
        report.add(Figure.of("single-lead", speed.rate("ours"), "1/s", times(LEADS))
                .timesStock(speed.ratio("ours", "stock"))
                .ofTheLimit(speed.ratio("ours", "limit")));
        report.add(Figure.of("limit", speed.rate("limit"), "1/s", times(LEAST)));
        report.add(Figure.of("noise", speed.ratio("twin", "stock"), "x", times(LEADS)));
        spending.report(report, "lead", ours, stock, times(LEADS));
        spending.reportSteps(report, ours, stock, times(LEADS), steps);
    }

    @Test
    @Order(4)
    void takesALeadInOverHttp(BenchReport report) {
        List.of(stock, ours).forEach(each -> CLIENTS.perSecond(OVER_HTTP, each::receiveOverHttp));
        Comparison speed =
                againstStock(each -> rate(each, OVER_HTTP, () -> CLIENTS.perSecond(OVER_HTTP, each::receiveOverHttp)));

        report.line(line("lead received over HTTP", speed));
        report.add(Figure.of("single-lead-http", speed.rate("ours"), "1/s", times(OVER_HTTP))
                .timesStock(speed.ratio("ours", "stock")));
    }

    @Test
    @Order(5)
    void takesFilesOfLeadsIn(BenchReport report) {
        ours.receiveFiles(BULK);
        Spending spending = new Spending(server);
        Map<String, Comparison.Work> contenders = new LinkedHashMap<>();
        contenders.put("stock", () -> rate(stock, STARTS, () -> CLIENTS.perSecond(STARTS, stock::receive)));
        contenders.put("ours", () -> spending.during(ours, () -> rate(ours, BULK, LeadsBench::bulk)));
        contenders.put("limit", () -> CLIENTS.perSecond(LEAST, limit::receive));

        Comparison speed = new Comparison(contenders);

        report.line("| lead received in files, against single starts | %.0f | %.0f | %s | %s |"
                .formatted(
                        speed.rate("ours"),
                        speed.rate("stock"),
                        speed.spread("ours", "stock"),
                        speed.share("ours", "limit")));
        report.line("Each of them costs " + spending.inWords(ours, times(BULK)));
        report.add(Figure.of("bulk-intake", speed.rate("ours"), "1/s", times(BULK))
                .timesStock(speed.ratio("ours", "stock"))
                .ofTheLimit(speed.ratio("ours", "limit")));
    }

    private static double bulk() {
        return new ClosedLoop(1).perSecond(1, () -> ours.receiveFiles(BULK)) * BULK;
    }

    @Test
    @Order(6)
    void notesAnAttempt(BenchReport report) {
        Spending spending = new Spending(server);
        List.of(ours, stock).forEach(each -> {
            warmAttemptsUp(each);
            CLIENTS.perSecond(WORKED_LEADS, each::receive);
            each.accept(WORKED_LEADS);
        });

        Comparison speed = againstStock(each -> attempts(each, spending));

        report.line(line("attempt noted", speed));
        report.add(Figure.of("attempt", speed.rate("ours"), "1/s", times(WORKED_LEADS))
                .timesStock(speed.ratio("ours", "stock")));
        spending.report(report, "attempt", ours, stock, times(WORKED_LEADS));
    }

    /** Attempts too have to be made many times before a JVM is good at them. */
    private static void warmAttemptsUp(Contender contender) {
        contender.accept(WORKED_LEADS);
        IntStream.range(0, 4).forEach(round -> contender.noteAttempts(CLIENTS, WORKED_LEADS));
        contender.dropPlanned();
    }

    private static double attempts(Contender contender, Spending spending) {
        List<Runnable> attempts = contender.attempts(WORKED_LEADS);
        assertThat(attempts).hasSize(WORKED_LEADS);
        double rate = spending.during(contender, () -> CLIENTS.perSecond(attempts));
        assertThat(contender.plannedAttempts()).isEqualTo(WORKED_LEADS);
        return rate;
    }

    private static Comparison againstStock(ToDoubleFunction<Contender> work) {
        Map<String, Comparison.Work> contenders = new LinkedHashMap<>();
        List.of(stock, ours).forEach(each -> contenders.put(each.name(), () -> work.applyAsDouble(each)));
        return new Comparison(contenders);
    }

    /** Every lead that was acknowledged has its task: that is when time ends. */
    private static double rate(Contender contender, int leads, Comparison.Work receiving) {
        long before = contender.openTasks("acceptLead");
        double rate = receiving.perSecond();
        assertThat(contender.openTasks("acceptLead") - before).isEqualTo(leads);
        return rate;
    }

    private static String line(String what, Comparison speed) {
        return "| %s | %.0f | %.0f | %s | - |"
                .formatted(what, speed.rate("ours"), speed.rate("stock"), speed.spread("ours", "stock"));
    }

    private static int times(int aRound) {
        return Comparison.ROUNDS * aRound;
    }

    private static List<Contender> all() {
        return List.of(stock, ours, twin);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : List.of(ours, twin, stock, limit, server)) {
            each.close();
        }
    }
}
