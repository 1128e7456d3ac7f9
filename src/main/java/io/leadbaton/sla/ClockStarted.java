package io.leadbaton.sla;

import java.time.Instant;

/**
 * A promise began to be watched.
 *
 * @param inPlace the lead stands still: no diagram is about to set a timer for this clock
 */
public record ClockStarted(String clockId, String leadId, Clause clause, Instant dueAt, boolean inPlace) {}
