package io.leadbaton.lead.web;

import io.leadbaton.web.RequestRefused;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which broken promises somebody wants to see; refuses words it does not know instead of ignoring them. */
record StuckQuery(@Nullable String team, @Nullable PageCursor cursor, int limit) {

    private static final Set<String> WORDS = Set.of("team", "cursor", "limit");

    static StuckQuery of(Map<String, String> parameters) {
        if (!WORDS.containsAll(parameters.keySet())) {
            throw RequestRefused.badQuery("Stuck leads can be asked for by team, cursor and limit.");
        }
        String cursor = LeadQuery.text(parameters, "cursor");
        return new StuckQuery(
                LeadQuery.text(parameters, "team"),
                cursor == null ? null : PageCursor.parse(cursor),
                LeadQuery.limit(LeadQuery.text(parameters, "limit")));
    }
}
