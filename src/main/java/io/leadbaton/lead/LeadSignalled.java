package io.leadbaton.lead;

/** Something was heard from or about a lead; it is already in the timeline. */
public record LeadSignalled(LeadId leadId, Signal signal, Stage stage) {}
