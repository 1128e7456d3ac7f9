package io.leadbaton.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time from one instant until before another; never empty. */
record Span(Instant from, Instant to) {

    static @Nullable Span between(Instant from, Instant to) {
        return from.isBefore(to) ? new Span(from, to) : null;
    }

    /** The pauses in order, without overlaps. One that has not ended lasts for ever. */
    static List<Span> of(List<Pause> pauses) {
        List<Span> merged = new ArrayList<>();
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            Instant until = pause.until() == null ? Instant.MAX : pause.until();
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && !last.to.isBefore(pause.from())) {
                merged.set(merged.size() - 1, new Span(last.from, later(last.to, until)));
            } else if (pause.from().isBefore(until)) {
                merged.add(new Span(pause.from(), until));
            }
        }
        return merged;
    }

    Duration length() {
        return Duration.between(from, to);
    }

    long nanos() {
        return length().toNanos();
    }

    @Nullable
    Span within(Instant begin, Instant end) {
        return between(later(from, begin), to.isBefore(end) ? to : end);
    }

    /** What is left of it outside the cuts, which are in order. */
    List<Span> without(List<Span> cuts) {
        List<Span> left = new ArrayList<>();
        Instant begin = from;
        for (Span cut : cuts) {
            addTo(left, begin, cut.from.isBefore(to) ? cut.from : to);
            begin = later(begin, cut.to);
        }
        addTo(left, begin, to);
        return left;
    }

    private static void addTo(List<Span> spans, Instant from, Instant to) {
        if (from.isBefore(to)) {
            spans.add(new Span(from, to));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
