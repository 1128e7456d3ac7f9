package io.leadbaton.lead;

import io.leadbaton.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A lead came in and is stored.
 *
 * @param policy what its row names and it goes by
 * @param sortOut why a person has to look at it first, null when it can be assessed
 */
public record LeadReceived(
        LeadId leadId, PolicyVersion policy, @Nullable String sortOut) {}
