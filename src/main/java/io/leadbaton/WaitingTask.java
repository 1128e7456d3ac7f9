package io.leadbaton;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open task of a lead, whoever it belongs to.
 *
 * @param step where it stands in the diagram
 * @param assignee who does it; null while nobody has claimed it
 * @param group who may claim it; null when it is for one person
 */
public record WaitingTask(
        String id,
        String leadId,
        String step,
        String name,
        @Nullable String assignee,
        @Nullable String group) {

    /** Whether it is done as soon as somebody has chosen a rep for the lead. */
    public boolean asksForRep() {
        return step.equals("assignByHand") || asksForSenior();
    }

    public boolean asksForSenior() {
        return step.equals("assignSenior");
    }

    /** The one who does it, else those who may. */
    public String who() {
        return Optional.ofNullable(assignee)
                .or(() -> Optional.ofNullable(group).map(words -> words.replace('-', ' ')))
                .orElse("nobody");
    }
}
