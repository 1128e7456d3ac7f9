package io.leadbaton.handoff;

import io.leadbaton.rep.Candidate;
import io.leadbaton.rep.Candidates;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The reps a person can choose from in a form. */
@Component
class RepChoices {

    private final Candidates candidates;

    RepChoices(Candidates candidates) {
        this.candidates = candidates;
    }

    List<Map<String, String>> get() {
        return candidates.all().stream()
                .filter(Candidate::available)
                .map(rep -> Map.of("value", rep.userId(), "label", rep.label()))
                .toList();
    }
}
