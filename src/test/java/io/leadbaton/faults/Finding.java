package io.leadbaton.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What was seen while a fault happened.
 *
 * @param injected what was done, and what came of it
 * @param n how often, or to how many
 * @param broken what must not have been seen, in sentences
 */
record Finding(String injected, long n, List<String> broken) {

    static Finding of(String injected, long n) {
        return new Finding(injected, n, new ArrayList<>());
    }

    Finding must(boolean hold, String otherwise) {
        if (!hold) {
            broken.add(otherwise);
        }
        return this;
    }
}
