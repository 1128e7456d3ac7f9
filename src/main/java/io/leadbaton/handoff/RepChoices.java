package io.leadbaton.handoff;

import io.leadbaton.rep.Reps;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The reps a person can choose from in a form. */
@Component("repChoices")
class RepChoices implements Supplier<List<Map<String, String>>> {

    private final Reps reps;

    RepChoices(Reps reps) {
        this.reps = reps;
    }

    @Override
    public List<Map<String, String>> get() {
        return reps.available().stream()
                .map(rep -> Map.of(
                        "value", rep.userId(),
                        "label", "%s (%s%s)".formatted(rep.name(), rep.team(), rep.senior() ? ", senior" : "")))
                .toList();
    }
}
