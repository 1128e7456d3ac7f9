package io.leadbaton.lead;

import io.leadbaton.InputRefused;

/** One key came with two different requests. */
public class IdempotencyKeyReused extends InputRefused {

    public IdempotencyKeyReused() {
        super(
                "",
                "idempotency-key-reused",
                "This idempotency key was used for another request. Use a new key for a new lead.");
    }
}
