package io.leadbaton.sla;

/** A manager excused a broken promise: it counts in the gross figures only. */
public record ClockExcused(String clockId, String leadId, Clause clause, String reason) {}
