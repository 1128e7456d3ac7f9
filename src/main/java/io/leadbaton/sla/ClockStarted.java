package io.leadbaton.sla;

import java.time.Instant;

/** A promise began to be watched. */
public record ClockStarted(String leadId, Clause clause, Instant dueAt) {}
