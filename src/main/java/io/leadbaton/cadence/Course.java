package io.leadbaton.cadence;

import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.Stage;
import java.util.List;
import java.util.Set;

/** How a lead came to the stage it is in, read from its timeline. */
record Course(List<LeadEvent> timeline) {

    private static final Set<String> SIGNS = Set.of("replied", "meeting-booked", "hold");

    /** Whether this attempt, and nothing else, brought the lead to the stage, and nothing was heard of it since. */
    boolean cameFrom(int attempt, Stage stage) {
        int arrival = lastArrival(stage);
        return arrival >= 0
                && lastCauseBefore(arrival) == attempt
                && timeline.stream().skip(arrival + 1L).noneMatch(Course::isSignOfTheLead);
    }

    private int lastArrival(Stage stage) {
        for (int i = timeline.size() - 1; i >= 0; i--) {
            if (stage.name().equals(timeline.get(i).details().get("to"))) {
                return i;
            }
        }
        return -1;
    }

    /** The number of the attempt, or 0 when it was something else. */
    private int lastCauseBefore(int arrival) {
        for (int i = arrival - 1; i >= 0; i--) {
            LeadEvent event = timeline.get(i);
            if (event.type().equals("attempt-logged")) {
                return attemptsUpTo(i);
            }
            if (event.type().equals("attempt-corrected")) {
                return event.details().get("attempt") instanceof Number corrected ? corrected.intValue() : 0;
            }
            if (isSignOfTheLead(event)) {
                return 0;
            }
        }
        return 0;
    }

    /** Attempts are numbered without gaps in the order of their events. */
    private int attemptsUpTo(int last) {
        return (int) timeline.stream()
                .limit(last + 1L)
                .filter(event -> event.type().equals("attempt-logged"))
                .count();
    }

    /** A signal, or a rep's word that the talk goes on. */
    private static boolean isSignOfTheLead(LeadEvent event) {
        return switch (event.type()) {
            case "signal-received" ->
                SIGNS.contains(String.valueOf(event.details().get("signal")));
            case "lead-engaged" -> !event.details().containsKey("to");
            default -> false;
        };
    }
}
