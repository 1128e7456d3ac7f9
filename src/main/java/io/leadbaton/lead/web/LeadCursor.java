package io.leadbaton.lead.web;

import io.leadbaton.web.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The last lead of a page: the next page begins behind it, whatever came in meanwhile. */
record LeadCursor(Instant receivedAt, String id) {

    static LeadCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int gap = plain.indexOf(' ');
            if (gap > 0) {
                return new LeadCursor(Instant.parse(plain.substring(0, gap)), plain.substring(gap + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Falls through: whatever is wrong with it, the advice is the same.
        }
        throw RequestRefused.badQuery("This cursor is not one that came with a page; begin without one.");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((receivedAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
