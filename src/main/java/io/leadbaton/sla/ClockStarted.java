package io.leadbaton.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise began to be watched.
 *
 * @param owner who made it, null when it was made to the lead, whoever owns it
 * @param inPlace the lead stands still: no diagram is about to set a timer for this clock
 */
public record ClockStarted(
        String clockId,
        String leadId,
        Clause clause,
        @Nullable String owner,
        Instant dueAt,
        boolean inPlace) {}
