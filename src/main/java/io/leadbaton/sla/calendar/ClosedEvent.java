package io.leadbaton.sla.calendar;

import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;

/** Whole days that an imported calendar closes, once or in each year of a series. */
record ClosedEvent(VEvent event, String reason, long days) {

    private static final Set<String> SERIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    /** Refuses what does not close whole days in a way we understand. */
    static ClosedEvent of(VEvent event) {
        String name = event.getSummary() == null
                ? "an event without a name"
                : event.getSummary().getValue();
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            throw new IllegalArgumentException("'%s' has no date".formatted(name));
        }
        if (event.getDateStart().getValue().hasTime()) {
            throw new IllegalArgumentException(
                    "'%s' has a time of day, but only whole days close a calendar".formatted(name));
        }
        if (event.getRecurrenceId() != null) {
            throw new IllegalArgumentException(
                    "'%s' moves one day of a series; leave the day out of the series and add an event of its own"
                            .formatted(name));
        }
        if (!isSlowSeries(event)) {
            throw new IllegalArgumentException("'%s' comes more often than once a day".formatted(name));
        }
        return new ClosedEvent(event, name, daysOf(event, name));
    }

    private static boolean isSlowSeries(VEvent event) {
        return event.getRecurrenceRule() == null
                || SERIES.contains(
                        event.getRecurrenceRule().getValue().getFrequency().name());
    }

    /** The end of a whole-day event is the first day after it. */
    private static long daysOf(VEvent event, String name) {
        long days = 1;
        if (event.getDateEnd() != null) {
            days = ChronoUnit.DAYS.between(
                    dateOf(event.getDateStart().getValue()),
                    dateOf(event.getDateEnd().getValue()));
        } else if (event.getDuration() != null) {
            days = Duration.ofMillis(event.getDuration().getValue().toMillis()).toDays();
        }
        if (days < 1) {
            throw new IllegalArgumentException("'%s' ends before it has lasted a day".formatted(name));
        }
        return days;
    }

    Map<LocalDate, SpecialDay> in(Year year) {
        Map<LocalDate, SpecialDay> closed = new TreeMap<>();
        // The library reads a date without a time as midnight in the machine's zone.
        DateIterator starts = event.getDateIterator(TimeZone.getDefault());
        starts.advanceTo(midnight(year.atDay(1).minusDays(days)));
        while (starts.hasNext()) {
            LocalDate start = dateOf(starts.next());
            if (start.getYear() > year.getValue()) {
                break;
            }
            start.datesUntil(start.plusDays(days))
                    .filter(day -> day.getYear() == year.getValue())
                    .forEach(day -> closed.put(day, SpecialDay.closed(reason)));
        }
        return closed;
    }

    private static Date midnight(LocalDate date) {
        return Date.from(date.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    private static LocalDate dateOf(Date midnight) {
        return LocalDate.ofInstant(midnight.toInstant(), ZoneId.systemDefault());
    }
}
