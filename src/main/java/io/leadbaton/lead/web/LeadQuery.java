package io.leadbaton.lead.web;

import io.leadbaton.lead.Stage;
import io.leadbaton.web.RequestRefused;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which leads somebody wants to see; refuses words it does not know instead of ignoring them. */
record LeadQuery(
        @Nullable String stage,
        @Nullable String owner,
        boolean overdue,
        @Nullable String q,
        @Nullable PageCursor cursor,
        int limit) {

    private static final Set<String> WORDS = Set.of("stage", "owner", "overdue", "q", "cursor", "limit");
    private static final int MOST = 200;
    private static final int LONGEST = 200;

    static LeadQuery of(Map<String, String> parameters) {
        for (String word : parameters.keySet()) {
            if (!WORDS.contains(word)) {
                throw RequestRefused.badQuery("Leads can be asked for by stage, owner, overdue, q, cursor and limit.");
            }
        }
        String cursor = text(parameters, "cursor");
        return new LeadQuery(
                stage(text(parameters, "stage")),
                text(parameters, "owner"),
                flag(text(parameters, "overdue")),
                text(parameters, "q"),
                cursor == null ? null : PageCursor.parse(cursor),
                limit(text(parameters, "limit")));
    }

    static @Nullable String text(Map<String, String> parameters, String name) {
        String text = parameters.get(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefused.badQuery("What is asked for must be short and without control characters.");
        }
        return text.strip();
    }

    private static @Nullable String stage(@Nullable String stage) {
        if (stage != null
                && Arrays.stream(Stage.values()).noneMatch(s -> s.name().equals(stage))) {
            throw RequestRefused.badQuery("There is no such stage; stages are written as in ON_HOLD.");
        }
        return stage;
    }

    private static boolean flag(@Nullable String flag) {
        if (flag != null && !flag.equals("true") && !flag.equals("false")) {
            throw RequestRefused.badQuery("overdue is true or false.");
        }
        return "true".equals(flag);
    }

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return 50;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw RequestRefused.badQuery("limit is a number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(limit);
    }
}
