package io.leadbaton.lead;

/**
 * What became of an incoming lead.
 *
 * @param replayed the same request came before, and this is its lead
 */
public record Receipt(LeadId leadId, boolean replayed) {}
