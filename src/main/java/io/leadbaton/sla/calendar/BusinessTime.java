package io.leadbaton.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts time in one calendar, or day and night without one. Minutes on the wall count day and night in any case. */
public record BusinessTime(@Nullable BusinessCalendar calendar) {

    private static final Duration TEN_YEARS = Duration.ofDays(3653);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** The earliest instant at which so many percent of the target have been counted. */
    public Deadline deadline(Instant start, Target target, int percent, List<Pause> pauses) {
        List<Span> paused = Span.of(pauses);
        List<Span> counted = new ArrayList<>();
        Fraction left = target.share(percent);
        Iterator<Opening> openings = openings(target.unit(), start, start.plus(TEN_YEARS))
                .flatMap(opening -> opening.without(paused))
                .iterator();
        while (openings.hasNext()) {
            Opening opening = openings.next();
            if (left.compareTo(opening.share()) <= 0) {
                Instant due = opening.after(left);
                counted.add(new Span(opening.span().from(), due));
                return new Deadline(due, new Account(calendarFor(target.unit()), paused).of(start, counted));
            }
            counted.add(opening.span());
            left = left.minus(opening.share());
        }
        throw neverDue(start, pauses);
    }

    /** What of the time between two instants counts. */
    public Duration elapsed(Instant from, Instant to, List<Pause> pauses) {
        List<Span> paused = Span.of(pauses);
        return openings(calendar == null ? Unit.MINUTES : Unit.BUSINESS_MINUTES, from, to)
                .flatMap(opening -> opening.without(paused))
                .map(opening -> opening.span().length())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The last instant at which the target can begin and still be met by then. */
    public Instant latestStart(Instant due, Target target) {
        Fraction left = target.share(100);
        Iterator<Opening> openings =
                openingsBackwards(target.unit(), due.minus(TEN_YEARS), due).iterator();
        while (openings.hasNext()) {
            Opening opening = openings.next();
            if (left.compareTo(opening.share()) <= 0) {
                return opening.before(left);
            }
            left = left.minus(opening.share());
        }
        throw neverDue(due.minus(TEN_YEARS), List.of());
    }

    private Stream<Opening> openings(Unit unit, Instant from, Instant to) {
        BusinessCalendar hours = calendarFor(unit);
        if (hours == null) {
            return Stream.ofNullable(Span.between(from, to)).map(span -> new Opening(span, MINUTE));
        }
        LocalDate last = LocalDate.ofInstant(to, hours.zone());
        return Stream.iterate(dayBefore(from, hours), date -> !date.isAfter(last), date -> date.plusDays(1))
                .flatMap(date -> openings(hours.day(date), unit, from, to));
    }

    private Stream<Opening> openingsBackwards(Unit unit, Instant from, Instant to) {
        BusinessCalendar hours = calendarFor(unit);
        if (hours == null) {
            return openings(unit, from, to);
        }
        LocalDate first = dayBefore(from, hours);
        return Stream.iterate(
                        LocalDate.ofInstant(to, hours.zone()), date -> !date.isBefore(first), date -> date.minusDays(1))
                .flatMap(date -> openings(hours.day(date), unit, from, to)
                        .sorted(Comparator.comparing(opening -> opening.span().from(), Comparator.reverseOrder())));
    }

    private static Stream<Opening> openings(WorkingDay day, Unit unit, Instant from, Instant to) {
        long whole = unit == Unit.BUSINESS_DAYS ? day.length().toNanos() : MINUTE;
        return day.open().stream()
                .map(span -> span.within(from, to))
                .filter(Objects::nonNull)
                .map(span -> new Opening(span, whole));
    }

    /** Hours that began the evening before may still run. */
    private static LocalDate dayBefore(Instant instant, BusinessCalendar hours) {
        return LocalDate.ofInstant(instant, hours.zone()).minusDays(1);
    }

    private @Nullable BusinessCalendar calendarFor(Unit unit) {
        if (!unit.needsCalendar()) {
            return null;
        }
        if (calendar == null) {
            throw new IllegalArgumentException("'" + unit.wire() + "' cannot be counted without a calendar");
        }
        return calendar;
    }

    private NeverDue neverDue(Instant start, List<Pause> pauses) {
        return pauses.stream().anyMatch(pause -> pause.until() == null)
                ? new NeverDue("A clock that stands still has no deadline")
                : new NeverDue("Counting from %s in %s finds no deadline within ten years"
                        .formatted(start, calendar == null ? "wall time" : "calendar " + calendar));
    }
}
