package io.leadbaton.sla;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One promise being watched for one lead.
 *
 * @param round counts the clocks of this clause; a new owner's clause is a new round
 * @param escalation the process instance that climbs the ladder, null before the first mark
 */
public record SlaClock(
        String id,
        String leadId,
        Clause clause,
        int round,
        State state,
        @Nullable String owner,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable String escalation) {

    /** How a clock stands. */
    public enum State {
        RUNNING,
        WARNED,
        PAUSED,
        MET,
        MISSED,
        EXCUSED;

        static State named(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    boolean isDue(Instant now) {
        return state != State.PAUSED && !now.isBefore(dueAt);
    }
}
