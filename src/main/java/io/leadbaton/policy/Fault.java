package io.leadbaton.policy;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a policy: in which file, at which element, and why.
 *
 * @param shown what the element is called on the screen of who draws: its name on the canvas, or its place in a table
 */
public record Fault(
        String file, @Nullable String element, @Nullable String shown, String reason) implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::file)
            .thenComparing(fault -> fault.element() == null ? "" : fault.element())
            .thenComparing(Fault::reason);

    public Fault(String file, @Nullable String element, String reason) {
        this(file, element, null, reason);
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** The element by its id and by what it is called on the screen; empty when it is the whole file. */
    public String place() {
        if (element == null) {
            return "";
        }
        return shown == null || shown.isBlank()
                ? element
                : element + " (" + shown.strip().replaceAll("\\s+", " ") + ")";
    }

    @Override
    public String toString() {
        return element == null ? file + ": " + reason : file + ", " + place() + ": " + reason;
    }
}
