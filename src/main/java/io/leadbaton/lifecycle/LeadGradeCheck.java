package io.leadbaton.lifecycle;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Objection;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.WordSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Refuses a table that leaves open how good a lead is, or whether it goes to sales. */
@Component
class LeadGradeCheck implements AnswerCheck, WordSource {

    private static final Set<String> GRADES = Set.of("A", "B", "C", "D");

    @Override
    public Map<WordKind, Collection<String>> words(PolicyFiles files) {
        return Map.of(WordKind.GRADE, GRADES);
    }

    @Override
    public String decision() {
        return "leadGrade";
    }

    @Override
    public Optional<Objection> objection(List<Map<String, Object>> rows) {
        Map<String, Object> row = rows.get(0);
        if (!GRADES.contains(String.valueOf(row.get("grade")))) {
            return Optional.of(Objection.to(0, "gives no grade from A to D"));
        }
        if (!(row.get("total") instanceof Number)) {
            return Optional.of(Objection.to(0, "gives no total"));
        }
        return row.get("salesReady") instanceof Boolean
                ? Optional.empty()
                : Optional.of(Objection.to(0, "does not say whether the lead goes to sales"));
    }
}
