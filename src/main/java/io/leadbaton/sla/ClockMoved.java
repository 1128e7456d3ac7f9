package io.leadbaton.sla;

import java.time.Instant;

/** The time of a running clock is counted anew, for the reason given; its deadline may be the same as before. */
public record ClockMoved(String clockId, String leadId, Clause clause, Instant before, Instant dueAt, String why) {}
