package io.leadbaton.sla;

import org.jspecify.annotations.Nullable;

/**
 * A promise is no longer watched.
 *
 * @param met kept in time; false when it was broken, or became pointless before it was due
 * @param leadGoesOn false when all work on the lead ends with it
 * @param escalation the process instance that was climbing the ladder, null when there was none
 */
public record ClockClosed(
        String clockId,
        String leadId,
        Clause clause,
        boolean met,
        String why,
        boolean leadGoesOn,
        @Nullable String escalation) {}
