package io.leadbaton.sla;

import java.util.List;

/** The priority of a lead's tasks: 50 is usual, more when a promise falls due soon or is broken. */
final class Urgency {

    private static final int USUAL = 50;
    private static final int WARNED = 70;
    private static final int MISSED = 90;

    private Urgency() {}

    static int of(List<SlaClock> pressing) {
        if (pressing.stream().anyMatch(SlaClock::isMissed)) {
            return MISSED;
        }
        return pressing.isEmpty() ? USUAL : WARNED;
    }
}
