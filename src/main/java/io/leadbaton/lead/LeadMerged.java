package io.leadbaton.lead;

/** An open lead turned out to be another one; what is still under way for it has to end. */
public record LeadMerged(LeadId leadId, LeadId into) {}
