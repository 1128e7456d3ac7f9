package io.leadbaton.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A promise was broken: its time ran out. */
public record ClockMissed(
        String clockId,
        String leadId,
        Clause clause,
        @Nullable String owner,
        Instant dueAt) {}
