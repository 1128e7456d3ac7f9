package io.leadbaton.lead;

import org.jspecify.annotations.Nullable;

/** A checked lead at a door, with what tells a repeated request from a new one. */
record Arrival(
        NewLead lead,
        String door,
        @Nullable String idempotencyKey,
        @Nullable String requestHash) {}
