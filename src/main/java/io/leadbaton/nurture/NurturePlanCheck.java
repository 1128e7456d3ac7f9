package io.leadbaton.nurture;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Objection;
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
    public Optional<Objection> objection(List<Map<String, Object>> rows) {
        try {
            NurturePlan plan = NurturePlan.of(rows.get(0));
            boolean possible =
                    plan.drips() >= 0 && plan.everyDays() > 0 && plan.expiresAfterDays() > 0 && plan.reawakenAt() > 0;
            return possible
                    ? Optional.empty()
                    : Optional.of(Objection.to(0, "every number must be above zero (drips may be zero)"));
        } catch (NumberFormatException e) {
            return Optional.of(Objection.to(0, "every answer must be a whole number"));
        }
    }

    @Override
    public Optional<Objection> doubt(List<Map<String, Object>> rows) {
        NurturePlan plan = NurturePlan.of(rows.get(0));
        int last = plan.drips() * plan.everyDays();
        return last <= plan.expiresAfterDays()
                ? Optional.empty()
                : Optional.of(Objection.to(
                        0,
                        "plans its last message for day %d, but gives the lead up on day %d"
                                .formatted(last, plan.expiresAfterDays())));
    }
}
