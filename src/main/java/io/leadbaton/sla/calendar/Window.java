package io.leadbaton.sla.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opening hours in minutes of the clock on the wall. They belong to the day on which they begin, and may reach into the next. */
record Window(int from, int to) {

    static final int DAY = 24 * 60;
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}):(\\d\\d)\\s*[-–]\\s*(\\d{1,2}):(\\d\\d)");

    static Window named(String hours) {
        Matcher parts = HOURS.matcher(hours.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' are no opening hours; write them like \"09:00-17:00\"".formatted(hours));
        }
        int from = minute(parts.group(1), parts.group(2));
        int to = minute(parts.group(3), parts.group(4));
        if (from == DAY || from == to) {
            throw new IllegalArgumentException(
                    "'%s' begins where it ends; a whole day is \"00:00-24:00\"".formatted(hours));
        }
        return new Window(from, to > from ? to : to + DAY);
    }

    private static int minute(String hour, String minute) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || minutes > DAY) {
            throw new IllegalArgumentException("%s:%s is no time of a day".formatted(hour, minute));
        }
        return minutes;
    }

    /** Its true length on that day. Nothing when all of it is skipped as the clocks go forward. */
    @Nullable
    Span on(LocalDate date, ZoneId zone) {
        return Span.between(at(date, from, zone), at(date, to, zone));
    }

    /** A time that is skipped is the end of the gap; of a time that comes twice the first counts. */
    private static Instant at(LocalDate date, int minute, ZoneId zone) {
        LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, (to > DAY ? to - DAY : to) / 60, to % 60);
    }
}
