package io.leadbaton.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leadbaton.web.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a promise falls due when it does, and what happened to it.
 *
 * @param unit {@code minutes}, {@code businessMinutes} or {@code businessDays}
 * @param calendar the opening hours that count, null when every minute does
 * @param because the segments in one sentence a manager reads
 * @param wallSeconds from start to end of the watch, null while it goes on
 * @param businessSeconds the same in counted time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        String id,
        String leadId,
        String clause,
        int round,
        String state,
        @Nullable String owner,
        Instant startedAt,
        int target,
        String unit,
        @Nullable Calendar calendar,
        Instant dueAt,
        String because,
        List<Stretch> segments,
        List<Step> marks,
        @Nullable Instant closedAt,
        @Nullable String closedWhy,
        @Nullable Long wallSeconds,
        @Nullable Long businessSeconds,
        @Nullable Statement contested,
        @Nullable Statement excused,
        List<Event> events) {

    /** How long the promise gives, as in "1 minute" and "2 business days". */
    public String time() {
        String singular = unit.replaceFirst("s$", "").replaceAll("([A-Z])", " $1");
        return Wording.count(target, singular.toLowerCase(Locale.ROOT));
    }

    /** The opening hours that count. */
    public record Calendar(String id, int version, String zone) {}

    /** A stretch of time; {@code kind} is counted, closed or paused. */
    public record Stretch(Instant from, Instant to, String kind, String reason) {

        public long seconds() {
            return Duration.between(from, to).toSeconds();
        }
    }

    /** A warning, the deadline or a rung of the ladder; {@code reachedAt} is null as long as it is ahead. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String name,
            int percent,
            @Nullable Instant at,
            @Nullable Instant reachedAt) {}

    /** What a rep or a manager said about the breach; without words once the person was erased. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Statement(Instant at, String by, @Nullable String reason) {}

    /** What the timeline says about this clock. */
    public record Event(Instant at, String actor, String type, String summary, Map<String, Object> details) {}
}
