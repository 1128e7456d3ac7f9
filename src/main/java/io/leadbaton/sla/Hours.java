package io.leadbaton.sla;

import io.leadbaton.sla.calendar.BusinessTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time that counts for a promise.
 *
 * @param calendarId null when every minute counts, day and night
 * @param version of the calendar, 0 when every minute counts
 */
record Hours(@Nullable String calendarId, int version, BusinessTime time) {

    ZoneId zone() {
        return time.calendar() == null ? ZoneOffset.UTC : time.calendar().zone();
    }
}
