package io.leadbaton.lead.web;

import io.leadbaton.web.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last line of a page: the next page begins behind it, whatever came in meanwhile. */
record PageCursor(Instant at, String id) {

    private static final Pattern PLAIN = Pattern.compile("(\\d{4}-\\S{1,30}Z) ([0-9A-Za-z-]{1,64})");

    static PageCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher parts = PLAIN.matcher(plain);
            if (parts.matches()) {
                return new PageCursor(Instant.parse(parts.group(1)), parts.group(2));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Falls through: whatever is wrong with it, the advice is the same.
        }
        throw RequestRefused.badQuery("This cursor is not one that came with a page; begin without one.");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
