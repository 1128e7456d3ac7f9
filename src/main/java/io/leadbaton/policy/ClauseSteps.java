package io.leadbaton.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the clock of a promise runs: from which steps of the diagrams on, and up to which.
 *
 * @param takesWorkAway whether the work goes to somebody else at the deadline
 * @param starts steps that may start it
 * @param ends steps behind which it never runs, unless they start it anew
 * @param endingMessages messages with which it is over when they arrive
 */
public record ClauseSteps(
        String clause,
        boolean takesWorkAway,
        List<StepAnswer> starts,
        List<StepAnswer> ends,
        Set<String> endingMessages) {

    public static ClauseSteps of(String clause, boolean takesWorkAway) {
        return new ClauseSteps(clause, takesWorkAway, List.of(), List.of(), Set.of());
    }

    public ClauseSteps startedBy(StepAnswer... steps) {
        return new ClauseSteps(clause, takesWorkAway, List.of(steps), ends, endingMessages);
    }

    public ClauseSteps endedBy(StepAnswer... steps) {
        return new ClauseSteps(clause, takesWorkAway, starts, List.of(steps), endingMessages);
    }

    public ClauseSteps endedByMessage(String... messages) {
        return new ClauseSteps(clause, takesWorkAway, starts, ends, Set.of(messages));
    }

    boolean startsAt(String step, @Nullable String word) {
        return starts.stream().anyMatch(start -> start.fits(step, word));
    }

    boolean endsAt(String step, @Nullable String word) {
        return ends.stream().anyMatch(end -> end.fits(step, word));
    }

    Stream<StepAnswer> all() {
        return Stream.concat(starts.stream(), ends.stream());
    }
}
