package io.leadbaton.sla;

import io.leadbaton.sla.calendar.Target;
import io.leadbaton.sla.calendar.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the agreement grants for one clause of one lead.
 *
 * @param hours whose opening hours count: {@code none}, {@code team} or {@code rep}
 * @param warnings percent of the time at which the owner is reminded, each below 100
 * @param ladder what happens at the deadline and after it
 * @param keepTiming false when the promise is over once it is broken
 */
record Promise(
        Clause clause, Target target, String hours, List<Integer> warnings, List<Mark> ladder, boolean keepTiming) {

    /** Reads a row of the table {@code slaPolicy}. */
    static Promise of(Map<String, ?> row) {
        return new Promise(
                Clause.named(text(row, "clause")),
                new Target(amount(text(row, "target")), Unit.named(text(row, "unit"))),
                text(row, "calendar"),
                Ladder.warnings(text(row, "warnings")),
                Ladder.rungs(text(row, "ladder")),
                !Boolean.FALSE.equals(row.get("keepTiming")));
    }

    private static int amount(String target) {
        try {
            return Integer.parseInt(target);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The time is a whole number, not '" + target + "'", e);
        }
    }

    private static String text(Map<String, ?> row, String column) {
        return Objects.toString(row.get(column), "");
    }

    /** Everything that happens while the promise is open, in the order in which it comes. */
    List<Mark> marks() {
        return Stream.of(warnings.stream().map(Mark::warning), Stream.of(Mark.DEADLINE), ladder.stream())
                .flatMap(marks -> marks)
                .toList();
    }
}
