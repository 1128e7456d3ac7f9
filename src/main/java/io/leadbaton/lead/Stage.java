package io.leadbaton.lead;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a lead stands between marketing and sales, and which stages it may reach from there. */
public enum Stage {
    RECEIVED,
    NURTURE,
    MQL,
    ASSIGNED,
    REJECTED,
    WORKING,
    ON_HOLD,
    ENGAGED,
    SQL,
    OPPORTUNITY,
    WON,
    LOST,
    DISQUALIFIED,
    ARCHIVED,
    MERGED,
    SUPPRESSED,
    ERASED;

    /** The legal moves. Every open lead may besides be suppressed, merged or erased, an ended one only erased. */
    private Set<Stage> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(MQL, NURTURE, DISQUALIFIED);
            case NURTURE -> EnumSet.of(MQL, ARCHIVED);
            case MQL -> EnumSet.of(ASSIGNED);
            case ASSIGNED -> EnumSet.of(ASSIGNED, MQL, WORKING, REJECTED);
            case REJECTED -> EnumSet.of(ASSIGNED, MQL, NURTURE, DISQUALIFIED);
            case WORKING -> EnumSet.of(ENGAGED, ON_HOLD, ASSIGNED, NURTURE, DISQUALIFIED);
            case ON_HOLD -> EnumSet.of(WORKING, ENGAGED);
            case ENGAGED -> EnumSet.of(SQL, WORKING, ASSIGNED, NURTURE, DISQUALIFIED);
            case SQL -> EnumSet.of(OPPORTUNITY);
            case OPPORTUNITY -> EnumSet.of(WON, LOST, ASSIGNED);
            case WON, LOST, DISQUALIFIED, ARCHIVED, MERGED, SUPPRESSED, ERASED -> EnumSet.noneOf(Stage.class);
        };
    }

    public boolean mayBecome(Stage to) {
        return switch (to) {
            case ERASED -> this != ERASED;
            case SUPPRESSED, MERGED -> isOpen();
            default -> next().contains(to);
        };
    }

    /** Whether somebody, a person or the drip, still has to do something for the lead. */
    public boolean isOpen() {
        return compareTo(WON) < 0;
    }

    /** Whether a rep has the lead, from the hand-off to the end of the deal. */
    public boolean isWithSales() {
        return EnumSet.of(ASSIGNED, WORKING, ON_HOLD, ENGAGED, SQL, OPPORTUNITY).contains(this);
    }

    /** The stage as people write it: {@code ON_HOLD} reads "on hold". */
    public String inWords() {
        return switch (this) {
            case MQL, SQL -> name();
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
