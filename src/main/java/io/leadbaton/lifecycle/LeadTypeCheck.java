package io.leadbaton.lifecycle;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Objection;
import io.leadbaton.policy.WordKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refuses a table that leaves open what kind of lead it is. */
@Component
class LeadTypeCheck implements AnswerCheck {

    @Override
    public String decision() {
        return "leadType";
    }

    @Override
    public Map<String, WordKind> words() {
        return Map.of("leadType", WordKind.LEAD_TYPE);
    }

    @Override
    public Optional<Objection> objection(List<Map<String, Object>> rows) {
        boolean named = rows.get(0).get("leadType") instanceof String type && !type.isBlank();
        return named ? Optional.empty() : Optional.of(Objection.to(0, "names no lead type"));
    }
}
