package io.leadbaton.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a diagram, named as {@code handoffTasks.assignRep}, and which of its answers are meant.
 *
 * @param words the answers that are named
 * @param named whether they are meant, or all others
 */
public record StepAnswer(String step, Set<String> words, boolean named) {

    /** Whatever it answers. */
    public static StepAnswer of(String step) {
        return new StepAnswer(step, Set.of(), false);
    }

    public StepAnswer answering(String... these) {
        return new StepAnswer(step, Set.of(these), true);
    }

    public StepAnswer notAnswering(String... these) {
        return new StepAnswer(step, Set.of(these), false);
    }

    /**
     * Whether the step is meant when it answers this.
     *
     * @param word null for an answer that nobody names
     */
    public boolean fits(String other, @Nullable String word) {
        return step.equals(other) && (word != null && words.contains(word)) == named;
    }
}
