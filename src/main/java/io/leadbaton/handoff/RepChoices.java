package io.leadbaton.handoff;

import io.leadbaton.rep.Reps;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The reps a person can choose from in a form. */
@Component
class RepChoices {

    private final Reps reps;

    RepChoices(Reps reps) {
        this.reps = reps;
    }

    List<Map<String, String>> now() {
        return reps.available().stream()
                .map(rep -> Map.of(
                        "value", rep.userId(),
                        "label", "%s (%s%s)".formatted(rep.name(), rep.team(), rep.senior() ? ", senior" : "")))
                .toList();
    }
}
