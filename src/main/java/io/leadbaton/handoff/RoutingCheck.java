package io.leadbaton.handoff;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Objection;
import io.leadbaton.policy.WordKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refuses a table that sends a lead to no team, or asks nobody. */
@Component
class RoutingCheck implements AnswerCheck {

    @Override
    public String decision() {
        return "routing";
    }

    @Override
    public Map<String, WordKind> words() {
        return Map.of("team", WordKind.TEAM, "skill", WordKind.SKILL);
    }

    @Override
    public Optional<Objection> objection(List<Map<String, Object>> rows) {
        Map<String, Object> row = rows.get(0);
        if (!(row.get("team") instanceof String team) || team.isBlank()) {
            return Optional.of(Objection.to(0, "names no team"));
        }
        boolean asksSomebody = row.get("maxReps") instanceof Number reps && reps.intValue() > 0;
        return asksSomebody
                ? Optional.empty()
                : Optional.of(Objection.to(0, "asks no rep (maxReps must be at least 1)"));
    }
}
