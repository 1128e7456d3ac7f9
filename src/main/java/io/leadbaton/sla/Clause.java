package io.leadbaton.sla;

import java.util.Arrays;

/** A promise of the agreement, under the names tables, diagrams and the API use. */
public enum Clause {
    ACCEPTANCE("acceptance", "acceptance"),
    FIRST_RESPONSE("firstResponse", "first response"),
    PROCESSED("processed", "processing"),
    NEXT_ATTEMPT("nextAttempt", "next attempt"),
    REPLY("reply", "answer to a reply"),
    DISPOSITION("disposition", "disposition"),
    QUALIFICATION("qualification", "qualification"),
    OPPORTUNITY("opportunity", "opening the opportunity"),
    FOLLOW_UP("followUp", "follow-up"),
    REJECTION_REVIEW("rejectionReview", "review of the rejection"),
    MQL_DELIVERY("mqlDelivery", "delivery of leads");

    private final String wire;
    private final String inWords;

    Clause(String wire, String inWords) {
        this.wire = wire;
        this.inWords = inWords;
    }

    public static Clause named(String wire) {
        return Arrays.stream(values())
                .filter(clause -> clause.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no clause named " + wire));
    }

    public String wire() {
        return wire;
    }

    public String inWords() {
        return inWords;
    }
}
