package io.leadbaton.policy;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong in a policy: in which file, at which element, and why. */
public record Fault(String file, @Nullable String element, String reason) implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::file)
            .thenComparing(fault -> fault.element() == null ? "" : fault.element())
            .thenComparing(Fault::reason);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return element == null ? file + ": " + reason : file + ", " + element + ": " + reason;
    }
}
