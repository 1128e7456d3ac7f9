package io.leadbaton.sla.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which a clock stands still. Without an end it still does. */
public record Pause(Instant from, @Nullable Instant until) {

    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A pause ends before it begins: " + from + " to " + until);
        }
    }
}
