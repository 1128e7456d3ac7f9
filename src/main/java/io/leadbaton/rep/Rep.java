package io.leadbaton.rep;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person of sales who works leads.
 *
 * @param calendar whose hours the rep works, null for those of the team
 * @param weight share of the leads compared with the other reps; 100 is usual
 * @param cap most open leads at a time, null for as many as come
 * @param closingRate share of the opportunities won, 0 to 1
 * @param awayUntil end of an absence the rep announced; null together with awaySince: not away
 * @param cover who looks after the leads during the absence, null for nobody
 * @param silentUntil end of being passed over after not answering
 */
public record Rep(
        String userId,
        String name,
        String team,
        @Nullable String calendar,
        boolean senior,
        List<String> skills,
        int weight,
        @Nullable Integer cap,
        BigDecimal closingRate,
        int experienceMonths,
        boolean active,
        @Nullable Instant awaySince,
        @Nullable Instant awayUntil,
        @Nullable String cover,
        @Nullable Instant silentUntil) {

    /** Whether the rep may get a lead now. */
    public boolean isAvailable(Instant now) {
        boolean silent = silentUntil != null && now.isBefore(silentUntil);
        return active && !isAway(now) && !silent;
    }

    boolean isAway(Instant now) {
        return awaySince != null && (awayUntil == null || now.isBefore(awayUntil));
    }

    /** Who looks after the rep's leads now; empty when the rep is there, or away without a cover. */
    public Optional<String> coveredBy(Instant now) {
        return isAway(now) ? Optional.ofNullable(cover) : Optional.empty();
    }
}
