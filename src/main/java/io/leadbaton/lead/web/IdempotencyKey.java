package io.leadbaton.lead.web;

import io.leadbaton.web.RequestRefused;
import org.jspecify.annotations.Nullable;

/** The sender's name for one request, so that sending it again does nothing new. */
final class IdempotencyKey {

    private IdempotencyKey() {}

    static @Nullable String checked(@Nullable String key) {
        if (key != null && !key.matches("[!-~]{1,255}")) {
            throw RequestRefused.badQuery("An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        return key;
    }
}
