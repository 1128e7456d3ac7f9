package io.leadbaton.sla.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Counts as a person with a watch would: looks at the wall each minute and asks whether anybody is there. Slow and plain, so that it
 * shares no mistake with the calendar it checks.
 */
final class MinuteWalk {

    private static final int NOBODY = -1;

    private final Instant first;
    private final int[] owner;
    private final int[] lengths;

    /** Opening hours in minutes of the day they begin on; a date with hours of its own forgets its weekday's. */
    record Hours(ZoneId zone, Map<DayOfWeek, List<int[]>> week, Map<LocalDate, List<int[]>> dates) {

        List<int[]> of(LocalDate date) {
            return dates.getOrDefault(date, week.getOrDefault(date.getDayOfWeek(), List.of()));
        }
    }

    MinuteWalk(Hours hours, LocalDate from, int days) {
        first = from.atStartOfDay(hours.zone).toInstant();
        owner = new int[days * 24 * 60];
        lengths = new int[days + 2];
        for (int minute = 0; minute < owner.length; minute++) {
            owner[minute] = dayThatIsOpen(hours, from, onTheWall(hours.zone, first.plusSeconds(minute * 60L)));
            if (owner[minute] != NOBODY) {
                lengths[owner[minute]]++;
            }
        }
    }

    /** In an hour that comes twice the wall stands still at its last minute the second time: what closed then stays closed. */
    private static LocalDateTime onTheWall(ZoneId zone, Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        var twice = zone.getRules().getTransition(local);
        boolean secondTime = twice != null && twice.isOverlap() && !instant.isBefore(twice.getInstant());
        return secondTime ? twice.getDateTimeBefore().minusMinutes(1) : local;
    }

    private static int dayThatIsOpen(Hours hours, LocalDate from, LocalDateTime wall) {
        LocalDate today = wall.toLocalDate();
        int minute = wall.getHour() * 60 + wall.getMinute();
        int number = (int) (today.toEpochDay() - from.toEpochDay());
        if (number > 0 && isIn(hours.of(today.minusDays(1)), minute + 24 * 60)) {
            return number - 1;
        }
        return isIn(hours.of(today), minute) ? number : NOBODY;
    }

    private static boolean isIn(List<int[]> windows, int minute) {
        return windows.stream().anyMatch(window -> window[0] <= minute && minute < window[1]);
    }

    /** When the watch has counted so much, or nothing if it is not over before the walk ends; to the microsecond. */
    Instant due(Instant start, double need, Unit unit, List<Pause> pauses) {
        double left = need;
        boolean[] paused = paused(pauses);
        for (int minute = minuteOf(start); minute < owner.length; minute++) {
            double step = paused[minute] ? 0 : worth(minute, unit);
            if (step > 0 && left <= step + 1e-9) {
                return first.plusSeconds(minute * 60L).plusNanos(Math.round(left / step * 60e6) * 1000);
            }
            left -= step;
        }
        return Instant.MAX;
    }

    int elapsed(Instant from, Instant to, List<Pause> pauses) {
        int counted = 0;
        boolean[] paused = paused(pauses);
        for (int minute = minuteOf(from); minute < minuteOf(to); minute++) {
            counted += !paused[minute] && owner[minute] != NOBODY ? 1 : 0;
        }
        return counted;
    }

    private double worth(int minute, Unit unit) {
        if (unit == Unit.MINUTES) {
            return 1;
        }
        if (owner[minute] == NOBODY) {
            return 0;
        }
        return unit == Unit.BUSINESS_DAYS ? 1.0 / lengths[owner[minute]] : 1;
    }

    private boolean[] paused(List<Pause> pauses) {
        boolean[] paused = new boolean[owner.length];
        for (Pause pause : pauses) {
            int end = pause.until() == null ? paused.length : minuteOf(pause.until());
            Arrays.fill(paused, minuteOf(pause.from()), end, true);
        }
        return paused;
    }

    private int minuteOf(Instant instant) {
        return (int) ((instant.getEpochSecond() - first.getEpochSecond()) / 60);
    }
}
