package io.leadbaton.lead;

import io.leadbaton.Refused;

/** One key came with two different requests. */
public class IdempotencyKeyReused extends Refused {

    public IdempotencyKeyReused() {
        super("This idempotency key was used for another request. Use a new key for a new lead.");
    }
}
