package io.leadbaton.sla.calendar;

import static de.focus_shift.jollyday.core.HolidayType.OBSERVANCE;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The public holidays of a country or a part of it, such as {@code de-by}. */
final class Region {

    private final HolidayManager country;
    private final String[] parts;

    private Region(HolidayManager country, String[] parts) {
        this.country = country;
        this.parts = parts;
    }

    static Region named(String name) {
        List<String> names = Arrays.asList(name.strip().toLowerCase(Locale.ROOT).split("-", -1));
        if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(names.get(0)::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    "no holidays are known for '%s'; write a country like de, or a part of it like de-by"
                            .formatted(name));
        }
        HolidayManager country = HolidayManager.getInstance(ManagerParameters.create(names.get(0)));
        List<String> parts = names.subList(1, names.size());
        requireKnown(country.getCalendarHierarchy(), parts, name);
        return new Region(country, parts.toArray(String[]::new));
    }

    /** The library takes an unknown part for the whole country, without a word. */
    private static void requireKnown(CalendarHierarchy country, List<String> parts, String name) {
        CalendarHierarchy place = country;
        for (String part : parts) {
            Map<String, CalendarHierarchy> known = place.getChildren();
            if (!known.containsKey(part)) {
                throw new IllegalArgumentException(
                        known.isEmpty()
                                ? "'%s' names no region; %s has no parts".formatted(name, place.getId())
                                : "'%s' names no region; the parts of %s are %s"
                                        .formatted(
                                                name, place.getId(), String.join(", ", new TreeSet<>(known.keySet()))));
            }
            place = known.get(part);
        }
    }

    /** Looks at the years around, too: New Year's Day on a Saturday can be observed on the last day of December. */
    Map<LocalDate, SpecialDay> in(Year year) {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        Stream.of(year.minusYears(1), year, year.plusYears(1))
                .flatMap(near -> country.getHolidays(near, parts).stream())
                .filter(holiday -> holiday.getType() != OBSERVANCE)
                .filter(holiday -> holiday.getDate().getYear() == year.getValue())
                .sorted()
                .forEach(holiday -> days.putIfAbsent(holiday.getDate(), SpecialDay.closed(nameOf(holiday))));
        return days;
    }

    private static String nameOf(Holiday holiday) {
        return holiday.getDescription(Locale.ENGLISH);
    }
}
