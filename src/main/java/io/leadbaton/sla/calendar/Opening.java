package io.leadbaton.sla.calendar;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A stretch in which time counts. As many nanoseconds as {@code unit} make one minute, or one business day. */
record Opening(Span span, long unit) {

    Fraction share() {
        return Fraction.of(span.nanos(), unit);
    }

    /** When the share has been counted: rounded up to the microsecond, as a database keeps instants, but not beyond the opening. */
    Instant after(Fraction share) {
        Instant exact = span.from().plusNanos(share.of(unit));
        Instant whole = exact.truncatedTo(MICROS);
        Instant rounded = whole.equals(exact) ? exact : whole.plus(1, MICROS);
        return rounded.isAfter(span.to()) ? span.to() : rounded;
    }

    /** The last instant from which the share can still be counted. */
    Instant before(Fraction share) {
        Instant exact = span.to().minusNanos(share.of(unit)).truncatedTo(MICROS);
        return exact.isBefore(span.from()) ? span.from() : exact;
    }

    Stream<Opening> without(List<Span> pauses) {
        return span.without(pauses).stream().map(rest -> new Opening(rest, unit));
    }
}
