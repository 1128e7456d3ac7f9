package io.leadbaton.lead;

/** What had been taken for a talk with a lead was none. */
public record ContactWithdrawn(LeadId leadId) {}
