package io.leadbaton.lead;

/** A person's data was erased; what is still under way for the lead has to end. */
public record PersonErased(LeadId leadId) {}
