package io.leadbaton.policy;

import java.time.Instant;

/** One policy that was made live at one moment. Leads carry its hash; the same files made live again carry the same hash. */
public record PolicyVersion(String hash, String deploymentId, Instant at, String by) {}
