package io.leadbaton.sla.calendar;

import java.time.Instant;
import java.util.List;

/** When a share of the promised time has passed, and how the time until then was counted, without holes. */
public record Deadline(Instant at, List<Segment> segments) {

    public Deadline {
        segments = List.copyOf(segments);
    }
}
