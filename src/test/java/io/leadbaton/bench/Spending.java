package io.leadbaton.bench;

import java.util.HashMap;
import java.util.Map;

/** What each contender and its database spent while the same work was measured. */
final class Spending {

    private final Map<Contender, Costs> spent = new HashMap<>();
    private final BenchServer server;

    Spending(BenchServer server) {
        this.server = server;
    }

    double during(Contender contender, Comparison.Work work) {
        Costs before = Costs.soFar(contender, server);
        double rate = work.perSecond();
        spent.merge(contender, Costs.soFar(contender, server).since(before), Costs::plus);
        return rate;
    }

    /** @param times how often each of both did it */
    void report(BenchReport report, String what, Contender ours, Contender stock, int times) {
        Costs mine = spent.get(ours).each(times);
        Costs theirs = spent.get(stock).each(times);
        report.line("| for each %s | ours | stock |".formatted(what));
        report.line("|---|---|---|");
        report.line("| CPU ms, service + database | %s | %s |".formatted(mine.processor(), theirs.processor()));
        add(report, "statements-per-" + what, "statements", mine.statements(), theirs.statements(), times);
        add(report, "round-trips-per-" + what, "round trips", mine.roundTrips(), theirs.roundTrips(), times);
        add(report, "wal-per-" + what, "KB", mine.walKilobytes(), theirs.walKilobytes(), times);
        add(report, "cpu-per-" + what, "ms", mine.millis(), theirs.millis(), times);
    }

    /** @param times how often it was done */
    String inWords(Contender contender, int times) {
        Costs each = spent.get(contender).each(times);
        return "%s ms CPU (service + database), %.1f statements, %.1f round trips, %.0f KB WAL."
                .formatted(each.processor(), each.statements(), each.roundTrips(), each.walKilobytes());
    }

    /** The goals come from smaller models: the cost of one step of a diagram can be compared with theirs. */
    void reportSteps(BenchReport report, Contender ours, Contender stock, int times, long steps) {
        double mine = spent.get(ours).each(times * steps).millis();
        double theirs = spent.get(stock).each(times * steps).millis();
        report.addFirst(
                "Each of the %d steps of a lead until a rep has it costs %.2f ms of CPU, service and database together; stock's %.2f ms."
                        .formatted(steps, mine, theirs),
                Figure.exactly("cpu-per-step", mine, "ms", times * steps).timesStock(theirs / mine));
    }

    private static void add(BenchReport report, String name, String unit, double mine, double theirs, int times) {
        report.line("| %s, %s | %.1f | %.1f |".formatted(name, unit, mine, theirs));
        report.add(Figure.of(name, mine, unit, times).timesStock(theirs / mine));
    }
}
