package io.leadbaton.bench;

import io.leadbaton.bench.OpenLeads.Spread;
import java.nio.file.Path;
import java.util.Map;
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
@ExtendWith(BenchReport.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrowthBench {

    private static final int PATTERNS = 25;
    private static final int LEADS = 100_000;
    private static final int REPS = 40;
    private static final int A_DAY = 24 * 60 * 60;
    private static final int PAGES = 60;

    @TempDir
    static Path folder;

    private static BenchServer server;
    private static Ours large;
    private static OpenLeads leads;
    private static int copies;

    @BeforeAll
    static void start(BenchReport report) {
        server = new BenchServer(folder.resolve("growth-pg"));
        report.measuredOn(Machine.here(server.version()));
        large = new Ours("large", server, folder.resolve("large"));
        // Due within ten days, a tenth of them overdue.
        leads = new OpenLeads(server.sql("large"), new Spread(10 * A_DAY * PATTERNS / LEADS, A_DAY, REPS));
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
        for (int open = 1_000; open <= LEADS; open *= 10) {
            fill(open);
            TaskPages rep = new TaskPages(large.port(), "rep1");
            TaskPages manager = new TaskPages(large.port(), "manager1");
            warmUp(rep, manager);
            Map<String, Lateness> lists = rep.tasklist(PAGES);
            Lateness page = rep.api(PAGES);
            lists.forEach((name, late) -> row(report, open(), "Tasklist, " + name, late));
            manager.tasklist(PAGES).forEach((name, late) -> row(report, open(), "Tasklist, manager, " + name, late));
            row(report, open(), "API, own leads", page);
            row(report, open(), "API, own overdue leads", rep.overdueByApi(PAGES));
            if (open == LEADS) {
                report.add(Figure.of("tasklist-page-100k", slowest(lists), "ms (p95)", PAGES));
                report.add(Figure.of("api-page-100k", page.percentile(95), "ms (p95)", PAGES));
            }
        }
    }

    private static void warmUp(TaskPages... people) {
        for (TaskPages person : people) {
            person.tasklist(PAGES / 2);
            person.api(PAGES);
            person.overdueByApi(PAGES);
        }
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
        leads.copy(copies + 1, open / PATTERNS);
        copies = open / PATTERNS;
    }

    @AfterAll
    static void stop() throws Exception {
        large.close();
        server.close();
    }
}
