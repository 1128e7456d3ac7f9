package io.leadbaton.bench;

import java.util.List;

/** How late timers were, in milliseconds from the due date to the commit of what they did. */
record Lateness(List<Double> sorted) {

    Lateness {
        sorted = sorted.stream().sorted().toList();
    }

    int n() {
        return sorted.size();
    }

    double max() {
        return sorted.get(n() - 1);
    }

    /** The smallest value that at least this part of all does not exceed. */
    double percentile(int part) {
        return sorted.get((int) Math.ceil(n() * part / 100.0) - 1);
    }

    String cells() {
        return "%d | %.0f | %.0f | %.0f | %.0f".formatted(n(), percentile(50), percentile(95), percentile(99), max());
    }
}
