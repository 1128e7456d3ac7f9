package io.leadbaton.lead;

import io.leadbaton.policy.PolicyVersion;
import java.util.List;

/**
 * Several leads came in together and are stored, each of somebody else. All of them can be assessed, as far as their door knows.
 *
 * @param policy what their rows name and they go by
 */
public record LeadsReceived(List<LeadId> leads, PolicyVersion policy) {}
