package io.leadbaton.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What the agreement grants for one clause of one lead.
 *
 * @param unit {@code minutes}, {@code businessMinutes} or {@code businessDays}
 * @param calendar whose hours count: {@code none}, {@code team} or {@code rep}
 */
public record Promise(Clause clause, int target, String unit, String calendar) {

    /** Reads a row of the table {@code slaPolicy}. */
    static Promise of(Map<String, ?> row) {
        return new Promise(
                Clause.named(String.valueOf(row.get("clause"))),
                Integer.parseInt(String.valueOf(row.get("target"))),
                String.valueOf(row.get("unit")),
                String.valueOf(row.get("calendar")));
    }

    /** Counted in wall time, whatever the unit: opening hours are not looked at yet. */
    Instant dueAfter(Instant start) {
        return start.plus(unit.equals("businessDays") ? Duration.ofDays(target) : Duration.ofMinutes(target));
    }
}
