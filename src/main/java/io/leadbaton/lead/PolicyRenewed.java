package io.leadbaton.lead;

import io.leadbaton.policy.PolicyVersion;

/** The row of an open lead names this version from now on; the processes that it goes through are still those of the one before. */
public record PolicyRenewed(LeadId leadId, PolicyVersion policy) {}
