package io.leadbaton.lead;

import java.util.List;
import java.util.Map;

/** The points a lead earned for intent and for qualification, 0 to 100 each, and what for. */
public record Points(int intent, int qualification, boolean icp, List<String> reasons) {

    /** Adds up the rows of the table {@code leadScore}. */
    public static Points of(List<Map<String, Object>> rows) {
        return new Points(
                sum(rows, "intent"),
                sum(rows, "qualification"),
                rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.get("icp"))),
                rows.stream()
                        .map(row -> row.get("reason"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList());
    }

    private static int sum(List<Map<String, Object>> rows, String column) {
        double sum = rows.stream()
                .map(row -> row.get(column))
                .filter(Number.class::isInstance)
                .mapToDouble(points -> ((Number) points).doubleValue())
                .sum();
        return (int) Math.max(0, Math.min(100, Math.round(sum)));
    }
}
