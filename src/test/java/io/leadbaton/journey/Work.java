package io.leadbaton.journey;

import java.util.Map;

/**
 * A task that lies open.
 *
 * @param attempt how many attempts were made at the lead under the present plan, and one more
 */
record Work(String taskId, String taskKey, String externalId, int attempt) {

    /** What the form of the task would send, by what the rep really noted. */
    Map<String, Object> fields(RepNote note) {
        return switch (taskKey) {
            case "acceptLead" -> Map.of("decision", "accept");
            case "makeAttempt" -> Map.of("outcome", note.outcomeOf(attempt));
            case "qualifyLead" -> note.ruling();
            case "closeOpportunity" ->
                note.won()
                        ? Map.of("result", "won", "amount", 100)
                        : Map.of("result", "lost", "reason", "Chose somebody else");
            case "openOpportunity", "takeOver" -> Map.of();
            case "assignByHand", "assignSenior" -> Map.of("rep", "rep1");
            default -> throw new AssertionError("Nobody expected the task " + taskKey);
        };
    }
}
