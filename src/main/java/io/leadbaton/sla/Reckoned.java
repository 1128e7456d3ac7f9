package io.leadbaton.sla;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deadline and how it came about.
 *
 * @param firstMark when something first has to happen, the deadline at the latest
 * @param calendarId null for wall time
 * @param explanation the stretches of time that were counted or skipped, as JSON
 */
record Reckoned(Instant due, Instant firstMark, @Nullable String calendarId, int calendarVersion, String explanation) {

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("due", Timestamp.from(due));
        columns.put("firstMark", Timestamp.from(firstMark));
        columns.put("calendar", calendarId);
        columns.put("version", calendarVersion);
        columns.put("explanation", explanation);
        return columns;
    }
}
