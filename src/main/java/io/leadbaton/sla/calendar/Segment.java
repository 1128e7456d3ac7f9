package io.leadbaton.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A stretch of time that counted, or did not for a reason a person understands. */
public record Segment(Instant from, Instant to, Kind kind, String reason) {

    public enum Kind {
        COUNTED,
        CLOSED,
        PAUSED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
