package io.leadbaton.sla;

import io.leadbaton.policy.AnswerCheck;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Refuses a table that promises a clause twice, or not at all, or in a way no clock can run. */
@Component
class SlaPolicyCheck implements AnswerCheck {

    private static final Set<String> UNITS = Set.of("minutes", "businessMinutes", "businessDays");
    private static final Set<String> CALENDARS = Set.of("none", "team", "rep");

    @Override
    public String decision() {
        return "slaPolicy";
    }

    @Override
    public Optional<String> objection(List<Map<String, Object>> rows) {
        // Marketing promises the delivery of leads in the agreement, not lead by lead.
        Set<Clause> missing = EnumSet.complementOf(EnumSet.of(Clause.MQL_DELIVERY));
        for (Map<String, Object> row : rows) {
            try {
                Promise promise = Promise.of(row);
                if (!missing.remove(promise.clause())) {
                    return Optional.of("promises '" + promise.clause().wire() + "' twice");
                }
                if (!canRun(promise)) {
                    return Optional.of("promises '" + promise.clause().wire() + "' in a way no clock can run");
                }
            } catch (IllegalArgumentException e) {
                return Optional.of("promises something unknown: " + e.getMessage());
            }
        }
        return missing.stream().findFirst().map(clause -> "does not promise '" + clause.wire() + "'");
    }

    private static boolean canRun(Promise promise) {
        return promise.target() > 0 && UNITS.contains(promise.unit()) && CALENDARS.contains(promise.calendar());
    }
}
