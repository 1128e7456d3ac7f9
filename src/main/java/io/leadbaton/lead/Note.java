package io.leadbaton.lead;

import io.leadbaton.Refused;
import java.util.HashMap;
import java.util.Map;

/** A person's own words about a lead; kept with attempts and events, never in the engine. */
public record Note(String text) {

    static final int LONGEST = 4000;

    public Note {
        if (text.length() > LONGEST) {
            throw new Refused("A note has room for %d characters. Shorten it.".formatted(LONGEST));
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refused("The note holds a character that cannot be kept. Type it again instead of pasting.");
        }
    }

    /** The details of an event, with this note when there is one. */
    public Map<String, Object> with(Map<String, ?> details) {
        Map<String, Object> all = new HashMap<>(details);
        if (!text.isBlank()) {
            all.put("note", text.strip());
        }
        return all;
    }
}
