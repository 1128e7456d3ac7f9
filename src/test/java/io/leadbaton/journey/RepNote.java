package io.leadbaton.journey;

import java.util.List;
import java.util.Map;

/**
 * What a rep really noted about a lead, and what follows from it when the lead is worked here.
 *
 * @param misses attempts without contact before the one that reaches the lead
 * @param missed outcome of those, and of every attempt at a lead that is never reached
 * @param reached outcome of the attempt after them; empty when nobody is ever reached
 * @param ruling of the talk
 * @param won whether the deal is won, once it is opened
 */
record RepNote(int misses, String missed, String reached, Map<String, Object> ruling, boolean won) {

    private static final List<String> UNFIT = List.of(
            "Already a student",
            "Not doing further education",
            "Diploma holder (Not Eligible)",
            "Graduation in progress",
            "University not recognized",
            "Interested in other courses",
            "Interested  in full time MBA",
            "Lateral student");
    private static final List<String> NOT_YET = List.of(
            "in touch with EINS",
            "Interested in Next batch",
            "Still Thinking",
            "Want to take admission but has financial problems",
            "In confusion whether part time or DLP",
            "Shall take in the next coming month");

    static RepNote of(String text, boolean converted) {
        return converted ? converted(text) : lost(text);
    }

    private static RepNote converted(String text) {
        RepNote asIfLost = lost(text);
        int misses = asIfLost.reached.isEmpty() ? 2 : 1;
        String missed = asIfLost.missed.equals("wrong-data") ? "no-answer" : asIfLost.missed;
        return new RepNote(misses, missed, "connected", Map.of("verdict", "qualified"), true);
    }

    private static RepNote lost(String text) {
        if (UNFIT.contains(text)) {
            return talk(Map.of("verdict", "disqualified", "reason", "other", "note", text));
        }
        if (NOT_YET.contains(text)) {
            return talk(Map.of("verdict", "nurture"));
        }
        if (text.startsWith("Lost to ") || text.startsWith("Closed by ")) {
            return talk(Map.of("verdict", "qualified"));
        }
        return switch (text) {
            case "Ringing", "switched off", "opp hangup", "" -> nobody("no-answer");
            case "Busy" -> nobody("busy");
            case "Will revert after reading the email" -> nobody("sent");
            case "invalid number", "wrong number given", "number not provided" -> nobody("wrong-data");
            default -> throw new AssertionError("No rule for the rep's note \"" + text + "\"");
        };
    }

    private static RepNote talk(Map<String, Object> ruling) {
        return new RepNote(0, "no-answer", "connected", ruling, false);
    }

    private static RepNote nobody(String outcome) {
        return new RepNote(Integer.MAX_VALUE, outcome, "", Map.of(), false);
    }

    String outcomeOf(int attempt) {
        return attempt <= misses ? missed : reached;
    }
}
