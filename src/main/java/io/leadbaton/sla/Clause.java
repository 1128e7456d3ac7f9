package io.leadbaton.sla;

import java.util.Arrays;
import java.util.stream.Collectors;

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
                .orElseThrow(() -> new IllegalArgumentException("There is no clause named %s; there are %s"
                        .formatted(
                                wire, Arrays.stream(values()).map(Clause::wire).collect(Collectors.joining(", ")))));
    }

    public String wire() {
        return wire;
    }

    public String inWords() {
        return inWords;
    }

    /** Whether the diagram leaves the place that is timed in the moment the promise is settled, and takes the timer along. */
    boolean endsWithItsWork() {
        return switch (this) {
            case ACCEPTANCE, NEXT_ATTEMPT, OPPORTUNITY, FOLLOW_UP, REJECTION_REVIEW -> true;
            case FIRST_RESPONSE, PROCESSED, REPLY, DISPOSITION, QUALIFICATION, MQL_DELIVERY -> false;
        };
    }

    /** Whether the work goes to somebody else at the deadline, by a timer of its own. */
    boolean takesWorkAway() {
        return this == ACCEPTANCE;
    }

    /** Whether an owner makes this promise; the others are made to the lead, whoever owns it, or by marketing. */
    boolean isTheOwners() {
        return switch (this) {
            case ACCEPTANCE, NEXT_ATTEMPT, REPLY, DISPOSITION, QUALIFICATION, OPPORTUNITY, FOLLOW_UP -> true;
            case FIRST_RESPONSE, PROCESSED, REJECTION_REVIEW, MQL_DELIVERY -> false;
        };
    }
}
