package io.leadbaton.lead.web;

import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import java.util.ArrayList;
import java.util.List;

/** A signal somebody can give on a lead's page, in the words of its button. */
record SignalChoice(Signal.Type type, String label, String effect) {

    private static final SignalChoice REPLIED =
            new SignalChoice(Signal.Type.REPLIED, "Lead replied", "The owner gets the answer as a task at once.");
    private static final SignalChoice MEETING = new SignalChoice(
            Signal.Type.MEETING_BOOKED, "Meeting booked", "The contact plan ends and the talk begins.");
    private static final SignalChoice BOUNCED =
            new SignalChoice(Signal.Type.BOUNCED, "Mail bounced", "This address is not written to again.");
    private static final SignalChoice OPTED_OUT = new SignalChoice(
            Signal.Type.OPTED_OUT, "Lead opted out", "All work on this lead ends; nobody contacts the person again.");
    private static final SignalChoice HOLD =
            new SignalChoice(Signal.Type.HOLD, "Put on hold", "Work rests and the clocks stand still until then.");
    private static final SignalChoice RESUME =
            new SignalChoice(Signal.Type.RESUME, "Resume", "Work goes on with the next attempt.");
    private static final SignalChoice WON = new SignalChoice(Signal.Type.WON, "Deal won", "The lead ends as won.");
    private static final SignalChoice LOST =
            new SignalChoice(Signal.Type.LOST, "Deal lost", "A senior rep may try again, else the lead ends.");

    /**
     * Those that make sense where the lead stands.
     *
     * @param managed whether letting it rest stands elsewhere on the page
     */
    static List<SignalChoice> at(Stage stage, boolean managed) {
        return at(stage).stream()
                .filter(choice -> !managed || (choice != HOLD && choice != RESUME))
                .toList();
    }

    private static List<SignalChoice> at(Stage stage) {
        if (!stage.isOpen()) {
            return List.of();
        }
        List<SignalChoice> choices = new ArrayList<>();
        switch (stage) {
            case OPPORTUNITY -> choices.addAll(List.of(WON, LOST));
            case WORKING -> choices.addAll(List.of(REPLIED, MEETING, HOLD));
            case ON_HOLD -> choices.addAll(List.of(RESUME, REPLIED, MEETING));
            default -> choices.addAll(List.of(REPLIED, MEETING));
        }
        choices.addAll(List.of(BOUNCED, OPTED_OUT));
        return choices;
    }

    public boolean needsDate() {
        return type == Signal.Type.HOLD;
    }

    public boolean takesAmount() {
        return type == Signal.Type.WON;
    }
}
