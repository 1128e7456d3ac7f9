package io.leadbaton.rep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rep announced an absence.
 *
 * @param until null when nobody knows
 * @param cover who looks after the rep's leads meanwhile, null for nobody
 */
public record RepAway(
        String userId, @Nullable Instant until, @Nullable String cover) {}
