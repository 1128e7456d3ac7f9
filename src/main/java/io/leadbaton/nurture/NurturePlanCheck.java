package io.leadbaton.nurture;

import io.leadbaton.policy.AnswerCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refuses a table that would keep in touch for no time, or never. */
@Component
class NurturePlanCheck implements AnswerCheck {

    @Override
    public String decision() {
        return "nurturePlan";
    }

    @Override
    public Optional<String> objection(List<Map<String, Object>> rows) {
        try {
            NurturePlan plan = NurturePlan.of(rows.get(0));
            boolean possible =
                    plan.drips() >= 0 && plan.everyDays() > 0 && plan.expiresAfterDays() > 0 && plan.reawakenAt() > 0;
            return possible ? Optional.empty() : Optional.of("every number must be above zero (drips may be zero)");
        } catch (NumberFormatException e) {
            return Optional.of("every answer must be a whole number");
        }
    }
}
