package io.leadbaton.sla.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time in which a clock stands still. Without an end it still does. */
public record Pause(Instant from, @Nullable Instant until) {

    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A pause ends before it begins: " + from + " to " + until);
        }
    }

    /** Pauses in the order in which they began, those that overlap as one. */
    public static List<Pause> joined(List<Pause> pauses) {
        List<Pause> joined = new ArrayList<>();
        for (Pause pause : pauses) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).lastsAt(pause.from)) {
                joined.set(last, new Pause(joined.get(last).from, later(joined.get(last).until, pause.until)));
            } else {
                joined.add(pause);
            }
        }
        return joined;
    }

    private boolean lastsAt(Instant at) {
        return until == null || at.isBefore(until);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
