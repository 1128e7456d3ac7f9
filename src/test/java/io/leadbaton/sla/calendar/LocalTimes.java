package io.leadbaton.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times as a person writes them down: {@code Fri 2026-06-05 16:30}, with an offset where it matters. */
record LocalTimes(ZoneId zone) {

    private static final Pattern TIME =
            Pattern.compile("(?:(\\p{Alpha}{3}) )?(\\S{10})[ T]([\\d:.]{5,})(Z|[+-]\\d\\d:\\d\\d)?");

    static LocalTimes of(@Nullable BusinessCalendar calendar) {
        return new LocalTimes(calendar == null ? ZoneOffset.UTC : calendar.zone());
    }

    /** The start may be given twice, elsewhere and here; both have to be the same instant. */
    Instant start(String text) {
        List<Instant> told =
                Arrays.stream(text.split(" = ")).map(this::at).distinct().toList();
        assertThat(told).as(text).hasSize(1);
        return told.get(0);
    }

    Instant at(String text) {
        Matcher parts = TIME.matcher(text.strip());
        assertThat(parts.matches()).as(text).isTrue();
        LocalDateTime local = LocalDateTime.parse(parts.group(2) + "T" + parts.group(3));
        if (parts.group(1) != null) {
            assertThat(weekday(local.getDayOfWeek())).as(text).isEqualTo(parts.group(1));
        }
        return parts.group(4) == null ? local.atZone(zone).toInstant() : local.toInstant(ZoneOffset.of(parts.group(4)));
    }

    List<Pause> pauses(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",")).map(this::pause).toList();
    }

    private Pause pause(String text) {
        String[] ends = text.split("\\.\\.", -1);
        return new Pause(at(ends[0]), ends[1].isBlank() ? null : at(ends[1]));
    }

    String show(Instant instant) {
        var local = instant.atZone(zone);
        return "%s %s".formatted(weekday(local.getDayOfWeek()), local.toOffsetDateTime());
    }

    private static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
