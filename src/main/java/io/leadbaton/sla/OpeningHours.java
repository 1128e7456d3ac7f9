package io.leadbaton.sla;

import io.leadbaton.sla.calendar.BusinessTime;
import io.leadbaton.sla.calendar.CalendarFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Finds the hours that count for a promise: the rep's, the team's, or day and night. */
@Component
class OpeningHours {

    private static final Hours DAY_AND_NIGHT = new Hours(null, 0, new BusinessTime(null));
    private static final Hours TEAM = new Hours("default", 1, new BusinessTime(file().calendar()));

    private static CalendarFile file() {
        try {
            String text = new ClassPathResource("processes/calendars/default.yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
            return CalendarFile.read("processes/calendars/default.yaml", text, Map.of(), LocalDate.of(2026, 1, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hours that count for a promise of this lead and owner from now on. */
    Hours counting(Promise promise, String leadId, @Nullable String owner) {
        return promise.hours().equals("none") ? DAY_AND_NIGHT : TEAM;
    }

    /** The newest version of a calendar; null for day and night. */
    Hours newest(@Nullable String calendarId) {
        return calendarId == null ? DAY_AND_NIGHT : TEAM;
    }

    /** A version of a calendar as it was; a null id for day and night. */
    Hours version(@Nullable String calendarId, int version) {
        return calendarId == null ? DAY_AND_NIGHT : TEAM;
    }
}
