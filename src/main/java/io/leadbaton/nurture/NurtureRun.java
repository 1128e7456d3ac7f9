package io.leadbaton.nurture;

import java.time.Duration;
import java.time.Instant;

/** One stay of a lead with marketing. */
record NurtureRun(
        int number, int drips, int everyDays, int sent, int reawakenAt, Instant startedAt, Instant expiresAt) {

    boolean hasDripLeft() {
        return sent < drips;
    }

    Instant nextDripAt() {
        return startedAt.plus(Duration.ofDays((long) everyDays * (sent + 1)));
    }
}
