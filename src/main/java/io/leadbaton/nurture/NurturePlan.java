package io.leadbaton.nurture;

import java.util.Map;

/**
 * How marketing keeps in touch with a prospect.
 *
 * @param drips how many automated messages
 * @param reawakenAt total score that brings the lead back to sales
 */
record NurturePlan(int drips, int everyDays, int expiresAfterDays, int reawakenAt) {

    /** Reads a row of the table {@code nurturePlan}. */
    static NurturePlan of(Map<String, ?> row) {
        return new NurturePlan(
                number(row, "drips"),
                number(row, "everyDays"),
                number(row, "expiresAfterDays"),
                number(row, "reawakenAt"));
    }

    private static int number(Map<String, ?> row, String name) {
        return Integer.parseInt(String.valueOf(row.get(name)));
    }
}
