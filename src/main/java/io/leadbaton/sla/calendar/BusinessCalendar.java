package io.leadbaton.sla.calendar;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** When an organisation, a team or a person works: the opening hours of each weekday, what differs on holidays, and the zone. */
public final class BusinessCalendar {

    private final String id;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Window>> week;
    private final Holidays holidays;
    private final ConcurrentMap<Year, Map<LocalDate, SpecialDay>> years = new ConcurrentHashMap<>();

    BusinessCalendar(String id, ZoneId zone, Map<DayOfWeek, List<Window>> week, Holidays holidays) {
        this.id = id;
        this.zone = zone;
        this.week = Map.copyOf(week);
        this.holidays = holidays;
    }

    public String id() {
        return id;
    }

    public ZoneId zone() {
        return zone;
    }

    WorkingDay day(LocalDate date) {
        List<Window> windows = special(date).map(SpecialDay::windows).orElseGet(() -> usual(date));
        return new WorkingDay(
                date,
                windows.stream()
                        .map(window -> window.on(date, zone))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Why nothing counted in a stretch between two openings: the closed days in it, else the hour. */
    String whyClosed(Span closed) {
        LocalDate first = LocalDate.ofInstant(closed.from(), zone);
        LocalDate last = LocalDate.ofInstant(closed.to().minusNanos(1), zone);
        String reasons = first.datesUntil(last.plusDays(1))
                .flatMap(date -> reason(date, date.equals(first)).stream())
                .distinct()
                .collect(joining(", "));
        return reasons.isEmpty() ? "outside opening hours" : reasons;
    }

    /** Shorter hours explain only the time after them, on their own day. */
    private Optional<String> reason(LocalDate date, boolean first) {
        if (usual(date).isEmpty() && day(date).open().isEmpty()) {
            return Optional.of(freeWeekday(date.getDayOfWeek()));
        }
        return special(date)
                .filter(special -> first || special.windows().isEmpty())
                .map(SpecialDay::reason);
    }

    private static String freeWeekday(DayOfWeek day) {
        return day.compareTo(DayOfWeek.SATURDAY) >= 0
                ? "weekend"
                : "closed on " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s";
    }

    private List<Window> usual(LocalDate date) {
        return week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private Optional<SpecialDay> special(LocalDate date) {
        Map<LocalDate, SpecialDay> year = years.computeIfAbsent(Year.from(date), holidays::in);
        return Optional.ofNullable(year.get(date));
    }

    @Override
    public String toString() {
        return id;
    }
}
