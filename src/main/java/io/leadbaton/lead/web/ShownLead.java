package io.leadbaton.lead.web;

import io.leadbaton.NextAttempt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know about one lead now.
 *
 * @param person null once the person was erased
 */
record ShownLead(
        String id,
        @Nullable String externalId,
        String stage,
        @Nullable String stageReason,
        @Nullable String owner,
        @Nullable String team,
        ShownScore score,
        ShownAttempts attempts,
        List<ShownClause> sla,
        Instant receivedAt,
        @Nullable String policyVersion,
        @Nullable ShownPerson person,
        String channel,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String supplier,
        @Nullable String leadType,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant holdUntil,
        @Nullable String mergedInto) {

    /** How much the lead wants and fits; null until it was scored. */
    record ShownScore(
            @Nullable Integer intent,
            @Nullable Integer qualification,
            @Nullable Integer total,
            @Nullable String grade,
            List<String> reasons) {}

    record ShownAttempts(int made, int planned) {}

    /** Where one promise stands; of its latest round. */
    record ShownClause(String clockId, String clause, Instant dueAt, String state, boolean late) {}

    record ShownPerson(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String company,
            @Nullable String jobTitle,
            @Nullable String country,
            @Nullable String city,
            @Nullable String timeZone,
            @Nullable String message,
            boolean emailOptOut,
            boolean doNotCall) {

        public String name() {
            return Names.of(firstName, lastName, email, phone);
        }
    }

    /** The attempt that its contact plan asks for next; null when none is, or when nobody is left to reach. */
    @Nullable
    ShownAttempt next(Function<Collection<String>, Map<String, NextAttempt>> nextAttempts) {
        if (person == null) {
            return null;
        }
        NextAttempt next = nextAttempts.apply(List.of(id)).get(id);
        return next == null ? null : ShownAttempt.of(next, person.phone(), person.email());
    }

    public String name() {
        return person == null ? "Erased person" : person.name();
    }
}
