package io.leadbaton.sla.calendar;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Calendars and cases nobody would think of, always the same for one seed. */
final class RandomHours {

    static final int DAYS = 60;
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
    private static final List<LocalDate> CHANGES = List.of(
            LocalDate.of(2026, 3, 29),
            LocalDate.of(2026, 10, 25),
            LocalDate.of(2026, 3, 8),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 4, 5),
            LocalDate.of(2026, 10, 4));

    final Random random;
    final MinuteWalk.Hours hours;
    final LocalDate from;

    /** Begins up to two weeks before clocks change somewhere, and lasts for 60 days. */
    RandomHours(long seed) {
        random = new Random(seed);
        from = CHANGES.get(random.nextInt(CHANGES.size())).minusDays(random.nextInt(14));
        hours = new MinuteWalk.Hours(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), week(), dates());
    }

    private Map<DayOfWeek, List<int[]>> week() {
        Map<DayOfWeek, List<int[]>> week = new EnumMap<>(DayOfWeek.class);
        boolean nights = random.nextInt(3) == 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day == DayOfWeek.TUESDAY || random.nextInt(4) > 0) {
                week.put(day, nights ? night() : day());
            }
        }
        return week;
    }

    private Map<LocalDate, List<int[]>> dates() {
        Map<LocalDate, List<int[]>> dates = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            // Hours that end by noon never meet a night that begins in the evening.
            dates.put(
                    from.plusDays(random.nextInt(DAYS)), random.nextBoolean() ? List.of() : List.of(between(600, 720)));
        }
        return dates;
    }

    private List<int[]> night() {
        int begin = 1080 + random.nextInt(360);
        return List.of(new int[] {begin, 1440 + 1 + random.nextInt(540)});
    }

    /** One to three windows, some of which meet. */
    private List<int[]> day() {
        List<int[]> windows = new ArrayList<>();
        int begin = random.nextInt(600);
        for (int i = random.nextInt(3); i >= 0 && begin < 1400; i--) {
            int end = Math.min(1440, begin + 1 + random.nextInt(500));
            windows.add(new int[] {begin, end});
            begin = end + (random.nextInt(4) == 0 ? 0 : random.nextInt(200));
        }
        return windows;
    }

    private int[] between(int earliest, int latest) {
        int begin = earliest + random.nextInt(latest - earliest - 1);
        return new int[] {begin, begin + 1 + random.nextInt(latest - begin)};
    }

    BusinessCalendar calendar() {
        return ExampleCalendars.of("random", yaml());
    }

    String yaml() {
        return "zone: %s\nweek: {%s}\nholidays: {dates: {%s}}\n"
                .formatted(hours.zone(), written(hours.week()), written(hours.dates()));
    }

    private static String written(Map<?, List<int[]>> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey().toString().toLowerCase(Locale.ROOT) + ": " + written(entry.getValue()))
                .collect(joining(", "));
    }

    private static String written(List<int[]> windows) {
        return windows.isEmpty()
                ? "closed"
                : windows.stream()
                        .map(window -> '"' + clock(window[0]) + '-' + clock(window[1]) + '"')
                        .collect(joining(", ", "[", "]"));
    }

    private static String clock(int minute) {
        int shown = minute > 1440 ? minute - 1440 : minute;
        return "%02d:%02d".formatted(shown / 60, shown % 60);
    }

    Instant instant() {
        return from.plusDays(1).atStartOfDay(hours.zone()).toInstant().plusSeconds(60L * random.nextInt(20 * 24 * 60));
    }

    Target target() {
        Unit unit = Unit.values()[random.nextInt(3)];
        return new Target(1 + random.nextInt(unit == Unit.BUSINESS_DAYS ? 6 : 3000), unit);
    }

    int percent() {
        return List.of(100, 100, 100, 50, 80, 150, 33).get(random.nextInt(7));
    }

    /** Up to three, in no order, some of them over one another. */
    List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant begin = instant();
            pauses.add(new Pause(begin, begin.plusSeconds(60L * random.nextInt(4000))));
        }
        return pauses;
    }
}
