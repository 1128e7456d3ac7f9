package io.leadbaton.lead.csv;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of leads and how far it came.
 *
 * @param problem why it failed; null unless it did
 * @param asOf when this was true
 */
record Import(
        String id,
        String state,
        int rows,
        int created,
        int duplicates,
        int rejected,
        String mapping,
        @Nullable String problem,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Instant asOf) {

    @JsonProperty
    public int rowsDone() {
        return created + duplicates + rejected;
    }

    public int percent() {
        return rowsDone() * 100 / rows;
    }

    @JsonIgnore
    public boolean isOpen() {
        return state.equals("queued") || state.equals("running");
    }

    /** At the pace so far; null before there is one, and once nothing is left. */
    @JsonProperty
    public @Nullable Long secondsLeft() {
        if (!isOpen() || startedAt == null || rowsDone() == 0) {
            return null;
        }
        long spent = Duration.between(startedAt, asOf).toMillis();
        return Math.max(1, spent * (rows - rowsDone()) / rowsDone() / 1000);
    }
}
