package io.leadbaton.cadence;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The names of everything that can come of an attempt, for lists to choose from. */
@Component("attemptOutcomes")
class AttemptOutcomes implements Supplier<List<String>> {

    @Override
    public List<String> get() {
        return Arrays.stream(Outcome.values()).map(Outcome::wire).toList();
    }
}
