package io.leadbaton.sla;

import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.WordSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names the clauses that a diagram may ask for. */
@Component
class ClauseWords implements WordSource {

    @Override
    public Map<WordKind, Collection<String>> words(PolicyFiles files) {
        return Map.of(
                WordKind.CLAUSE,
                Arrays.stream(Clause.values()).map(Clause::wire).toList());
    }
}
