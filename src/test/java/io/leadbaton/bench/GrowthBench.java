package io.leadbaton.bench;

import io.leadbaton.bench.OpenLeads.Spread;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** What becomes slower when many leads are open at once. All but the first few are copies, row by row, with their history. */
@Order(2)
@ExtendWith({BenchReport.Shared.class, WaitingServices.Shared.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrowthBench {

    private static final int PATTERNS = 25;
    private static final int LEADS = Integer.getInteger("leadbaton.bench.growth", 100_000);
    private static final int REPS = 40;
    private static final int PAGES = 30;
    private static final ClosedLoop CLIENTS = new ClosedLoop(4);
    private static final int RECEIVED = 90;
    private static final int WORKED = 80;

    @TempDir
    static Path folder;

    private static BenchServer server;
    private static final List<Contender> SERVICES = new ArrayList<>();
    private static Ours large;
    private static Ours small;
    private static OpenLeads leads;
    private static int copies;
    private static double heap;
    private static double stored;

    /** @param idle whose timers are measured next, and which need some idleness before */
    @BeforeAll
    static void start(BenchReport report, WaitingServices idle) {
        server = new BenchServer(folder.resolve("growth-pg"));
        report.measuredOn(Machine.here(server.version()));
        large = new Ours("large", server, folder.resolve("large"));
        SERVICES.add(large);
        // Due within ten days, a tenth of them overdue.
        leads = new OpenLeads(server.sql("large"), new Spread(10, 1, REPS));
        IntStream.range(0, PATTERNS).forEach(number -> large.receive());
        leads.choosePatterns(PATTERNS);
    }

    @Test
    @Order(1)
    void showsListsOfTasks(BenchReport report) {
        report.line(
                "Lists of tasks, read over HTTP by a rep who has one in %d of the open leads, and by a manager who sees all:"
                        .formatted(REPS));
        report.line("| open | list | n | p50 ms | p95 ms | p99 ms | max ms |");
        report.line("|---|---|---|---|---|---|---|");
        for (int open = 1_000; open <= Math.min(LEADS, 100_000); open *= 10) {
            fill(open);
            TaskPages rep = new TaskPages(large.port(), "rep1");
            warmUp(rep);
            Map<String, Lateness> lists = rep.tasklist(PAGES);
            Lateness page = rep.api(PAGES);
            lists.forEach((name, late) -> row(report, open(), "Tasklist, " + name, late));
            row(report, open(), "API, own leads", page);
            row(report, open(), "API, own overdue leads", rep.overdueByApi(PAGES));
            if (open == 1_000) {
                heap = heap();
                stored = stored();
            }
            if (open == 100_000) {
                report.add(Figure.of("tasklist-page-100k", slowest(lists), "ms (p95)", PAGES));
                report.add(Figure.of("api-page-100k", page.percentile(95), "ms (p95)", PAGES));
            }
        }
        TaskPages manager = new TaskPages(large.port(), "manager1");
        manager.tasklist(PAGES / 2);
        manager.tasklist(PAGES).forEach((name, late) -> row(report, open(), "Tasklist, manager, " + name, late));
    }

    @Test
    @Order(2)
    void needsLittleForManyLeads(BenchReport report) {
        double now = heap();
        double storedOfLeads = (stored() - stored) / (open() - 1_000) * 100_000;
        report.line(
                "With %,d open leads the heap of this JVM, bench and waiting services included, is %.0f MB after a collection, %+.0f MB against 1,000 open ones; 100,000 leads as they are handed over take %,.0f MB of the database."
                        .formatted(open(), now, now - heap, storedOfLeads));
        report.add(Figure.of("memory-100k", now - heap, "MB of heap more than with 1,000", 1));
        report.add(Figure.of("database-100k", storedOfLeads, "MB stored", 1));
    }

    /** After all that could go has gone. */
    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double stored() {
        return server.client("large")
                        .sql("select pg_database_size('large')")
                        .query(Long.class)
                        .single()
                / 1e6;
    }

    @Test
    @Order(3)
    void keepsItsPace(BenchReport report) {
        fill(LEADS);
        small = new Ours("small", server, folder.resolve("small"));
        SERVICES.add(small);
        List.of(small, large).forEach(each -> {
            CLIENTS.perSecond(2 * RECEIVED, each::receive);
            each.accept(WORKED);
            each.noteAttempts(CLIENTS, WORKED);
            server.sql(each.name()).execute("analyze");
        });

        Comparison leads = inTurn(each -> CLIENTS.perSecond(RECEIVED, each::receive));
        Comparison attempts = inTurn(each -> each.noteAttempts(CLIENTS, WORKED));

        report.line(
                "| growth from no to %,d leads | a second, empty | a second, full | times as long |".formatted(open()));
        report.line("|---|---|---|---|");
        row(report, "lead received", leads);
        row(report, "attempt noted", attempts);
        String name = "growth-%dk".formatted(open() / 1_000);
        report.add(Figure.exactly(name, Math.max(longer(leads), longer(attempts)), "x", Comparison.ROUNDS * RECEIVED));
    }

    private static Comparison inTurn(ToDoubleFunction<Contender> work) {
        Map<String, Comparison.Work> both = new LinkedHashMap<>();
        List.of(small, large).forEach(each -> both.put(each.name(), () -> work.applyAsDouble(each)));
        return new Comparison(both);
    }

    private static double longer(Comparison speed) {
        return speed.ratio("small", "large");
    }

    private static void row(BenchReport report, String what, Comparison speed) {
        report.line("| %s | %.0f | %.0f | %s |"
                .formatted(what, speed.rate("small"), speed.rate("large"), speed.spread("small", "large")));
    }

    private static void warmUp(TaskPages person) {
        person.tasklist(PAGES / 2);
        person.api(PAGES);
        person.overdueByApi(PAGES);
    }

    private static double slowest(Map<String, Lateness> lists) {
        return lists.values().stream()
                .mapToDouble(list -> list.percentile(95))
                .max()
                .orElseThrow();
    }

    private static void row(BenchReport report, int open, String list, Lateness late) {
        report.line("| %,d | %s | %s |".formatted(open, list, late.cells()));
    }

    private static int open() {
        return copies * PATTERNS;
    }

    private static void fill(int open) {
        if (open <= open()) {
            return;
        }
        leads.copy(copies + 1, open / PATTERNS);
        copies = open / PATTERNS;
    }

    @AfterAll
    static void stop() throws Exception {
        SERVICES.forEach(Contender::close);
        server.close();
    }
}
