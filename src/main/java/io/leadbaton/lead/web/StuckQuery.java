package io.leadbaton.lead.web;

import io.leadbaton.web.RequestRefused;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which broken promises somebody wants to see; refuses words it does not know instead of ignoring them.
 *
 * @param definition the process definition of the activity, null together with it
 * @param activity only leads that wait at this step of a diagram
 */
record StuckQuery(
        @Nullable String team,
        @Nullable String definition,
        @Nullable String activity,
        @Nullable PageCursor cursor,
        int limit) {

    private static final Set<String> WORDS = Set.of("team", "definition", "activity", "cursor", "limit");

    static StuckQuery of(Map<String, String> parameters) {
        if (!WORDS.containsAll(parameters.keySet())) {
            throw RequestRefused.badQuery(
                    "Stuck leads can be asked for by team, definition with activity, cursor and limit.");
        }
        String definition = LeadQuery.text(parameters, "definition");
        String activity = LeadQuery.text(parameters, "activity");
        if ((definition == null) != (activity == null)) {
            throw RequestRefused.badQuery("A step is named by definition and activity together.");
        }
        String cursor = LeadQuery.text(parameters, "cursor");
        return new StuckQuery(
                LeadQuery.text(parameters, "team"),
                definition,
                activity,
                cursor == null ? null : PageCursor.parse(cursor),
                LeadQuery.limit(LeadQuery.text(parameters, "limit")));
    }
}
