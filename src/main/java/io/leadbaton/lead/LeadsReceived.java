package io.leadbaton.lead;

import java.util.List;

/** Several leads came in together and are stored, each of somebody else. All of them can be assessed, as far as their door knows. */
public record LeadsReceived(List<LeadId> leads) {}
