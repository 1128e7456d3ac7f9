package io.leadbaton.sla;

import org.jspecify.annotations.Nullable;

/**
 * A broken promise climbed one step of its ladder.
 *
 * @param owner null while nobody owns the promise
 */
public record RungReached(
        String clockId,
        String leadId,
        Clause clause,
        Rung rung,
        @Nullable String owner) {}
