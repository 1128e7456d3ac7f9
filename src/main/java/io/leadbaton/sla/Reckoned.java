package io.leadbaton.sla;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deadline and how it came about.
 *
 * @param calendarId null for wall time
 * @param explanation the stretches of time that were counted or skipped, as JSON
 */
record Reckoned(Instant due, @Nullable String calendarId, int calendarVersion, String explanation) {

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("due", Timestamp.from(due));
        columns.put("calendar", calendarId);
        columns.put("version", calendarVersion);
        columns.put("explanation", explanation);
        return columns;
    }
}
