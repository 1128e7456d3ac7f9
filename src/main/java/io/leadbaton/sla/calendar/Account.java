package io.leadbaton.sla.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the way from a start to a deadline: what counted, and why the rest did not. */
final class Account {

    private final @Nullable BusinessCalendar calendar;
    private final String why;
    private final List<Span> paused;
    private final List<Segment> segments = new ArrayList<>();

    /** Without a calendar every minute counts. */
    Account(@Nullable BusinessCalendar calendar, List<Span> paused) {
        this.calendar = calendar;
        this.why = calendar == null ? "around the clock" : "opening hours";
        this.paused = paused;
    }

    List<Segment> of(Instant start, List<Span> counted) {
        Instant reached = start;
        for (Span span : counted) {
            skip(reached, span.from());
            count(span);
            reached = span.to();
        }
        return segments;
    }

    /** Hours that meet at midnight read as one. */
    private void count(Span span) {
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        boolean goesOn = last != null && last.kind() == Segment.Kind.COUNTED;
        Instant from = goesOn ? segments.remove(segments.size() - 1).from() : span.from();
        segments.add(new Segment(from, span.to(), Segment.Kind.COUNTED, why));
    }

    /** A pause is told as one stretch, whether the calendar was open or closed meanwhile. */
    private void skip(Instant from, Instant to) {
        Instant reached = from;
        for (Span pause : paused) {
            Span skipped = pause.within(reached, to);
            if (skipped != null) {
                close(reached, skipped.from());
                segments.add(new Segment(skipped.from(), skipped.to(), Segment.Kind.PAUSED, "paused"));
                reached = skipped.to();
            }
        }
        close(reached, to);
    }

    private void close(Instant from, Instant to) {
        Span closed = Span.between(from, to);
        if (closed != null && calendar != null) {
            segments.add(new Segment(from, to, Segment.Kind.CLOSED, calendar.whyClosed(closed)));
        }
    }
}
