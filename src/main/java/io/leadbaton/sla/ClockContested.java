package io.leadbaton.sla;

/** The owner of a broken promise says that it should not count. */
public record ClockContested(String clockId, String leadId, Clause clause, String reason) {}
