package io.leadbaton.sla;

import java.time.Instant;

/** The deadline of a running clock changed, for the reason given. */
public record ClockMoved(String clockId, String leadId, Clause clause, Instant before, Instant dueAt, String why) {}
