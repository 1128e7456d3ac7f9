package io.leadbaton.lead.web;

import io.leadbaton.NextAttempt;
import io.leadbaton.NextAttempt.Address;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The attempt that is next, as cards, lists and pages show it.
 *
 * @param address the number to call or the address to write to, null when the channel needs neither
 * @param link what a click on the address opens
 */
record ShownAttempt(
        String channel,
        String todo,
        String which,
        @Nullable String address,
        @Nullable String link) {

    static ShownAttempt of(NextAttempt next, @Nullable String phone, @Nullable String email) {
        String address = next.to() == null ? null : next.to() == Address.PHONE ? phone : email;
        return new ShownAttempt(next.channel(), next.todo(), next.which(), address, link(next.to(), address));
    }

    private static @Nullable String link(@Nullable Address kind, @Nullable String address) {
        if (kind == null || address == null) {
            return null;
        }
        return switch (kind) {
            case PHONE -> "tel:" + address.replaceAll("[^+\\d]", "");
            case EMAIL ->
                "mailto:" + UriUtils.encode(address, StandardCharsets.UTF_8).replaceFirst("%40", "@");
        };
    }
}
