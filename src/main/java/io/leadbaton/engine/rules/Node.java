package io.leadbaton.engine.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a diagram, as far as it matters to the clocks of a lead.
 *
 * @param ways where it goes on, in their order
 * @param attached ids of the events at its edge
 * @param starts ids of the start events inside
 * @param handlers ids of the event subprocesses inside
 * @param interrupts whether an event ends what goes on around it
 * @param expression what it calls, empty for nothing
 * @param result the variable that takes what it answers
 * @param message what it waits for
 * @param called the process it calls
 */
record Node(
        String file,
        String id,
        Kind kind,
        List<Way> ways,
        List<String> attached,
        List<String> starts,
        List<String> handlers,
        boolean interrupts,
        String expression,
        @Nullable String result,
        @Nullable String message,
        @Nullable String called,
        Handed handed) {

    /** What happens to a lead at an element. */
    enum Kind {
        WAIT,

        /** Waits for the first of the events behind it. */
        EVENTS,
        DECISION,
        SCOPE,
        CALL,
        PASS
    }

    /**
     * A flow to another element.
     *
     * @param condition null for none
     */
    record Way(String target, @Nullable String condition, boolean otherwise) {}

    boolean waits() {
        return kind == Kind.WAIT || kind == Kind.EVENTS;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && id.equals(node.id) && file.equals(node.file);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
