package io.leadbaton.lead;

import org.jspecify.annotations.Nullable;

/**
 * A lead came in and is stored.
 *
 * @param sortOut why a person has to look at it first, null when it can be assessed
 */
public record LeadReceived(LeadId leadId, @Nullable String sortOut) {}
