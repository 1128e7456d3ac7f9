package io.leadbaton.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The days on which a calendar differs from its plain week. The more particular entry wins: a date over a day of each year, that over
 * an imported event, that over a region.
 *
 * @param workdays a day of each year says nothing when it falls on another weekday
 */
record Holidays(
        List<Region> regions,
        List<ClosedEvent> events,
        Map<MonthDay, SpecialDay> yearly,
        Map<LocalDate, SpecialDay> dates,
        Set<DayOfWeek> workdays) {

    Map<LocalDate, SpecialDay> in(Year year) {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        regions.forEach(region -> days.putAll(region.in(year)));
        events.forEach(event -> days.putAll(event.in(year)));
        yearly.forEach((day, special) -> {
            LocalDate date = year.atMonthDay(day);
            if (day.isValidYear(year.getValue()) && workdays.contains(date.getDayOfWeek())) {
                days.put(date, special);
            }
        });
        dates.forEach((date, special) -> {
            if (date.getYear() == year.getValue()) {
                days.put(date, special);
            }
        });
        return Map.copyOf(days);
    }
}
