package io.leadbaton.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise falls due soon: the owner is reminded.
 *
 * @param owner null while nobody owns the promise
 * @param percent of the promised time that has passed
 */
public record ClockWarned(
        String clockId,
        String leadId,
        Clause clause,
        @Nullable String owner,
        Instant dueAt,
        int percent) {}
