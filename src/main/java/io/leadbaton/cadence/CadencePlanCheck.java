package io.leadbaton.cadence;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Objection;
import io.leadbaton.policy.WordKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refuses a table that plans fewer than five or more than ten attempts, or channels and gaps nobody can read. */
@Component
class CadencePlanCheck implements AnswerCheck {

    @Override
    public String decision() {
        return "cadencePlan";
    }

    @Override
    public Map<String, WordKind> words() {
        return Map.of("channels", WordKind.ATTEMPT_CHANNEL);
    }

    @Override
    public Optional<Objection> objection(List<Map<String, Object>> rows) {
        try {
            ContactPlan.of(rows.get(0));
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of(Objection.to(0, "attempts is no whole number"));
        } catch (IllegalArgumentException e) {
            return Optional.of(Objection.to(0, String.valueOf(e.getMessage())));
        }
    }
}
