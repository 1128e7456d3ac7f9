package io.leadbaton.cadence;

import static io.leadbaton.cadence.Outcome.Kind.AGAIN;
import static io.leadbaton.cadence.Outcome.Kind.CONTACT;
import static io.leadbaton.cadence.Outcome.Kind.HOLD;
import static io.leadbaton.cadence.Outcome.Kind.UNREACHABLE;

import io.leadbaton.Refused;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.Stage;

/** What the correction of an attempt changes about the work on its lead. */
enum Consequence {
    NUMBERS_ONLY,
    TALK_BEGINS,
    PLAN_GOES_ON,
    HOLD_ENDS,
    WORK_ENDS;

    /** Refuses what the process cannot take back any more, and says what to do instead. */
    static Consequence of(Attempts.Logged attempt, Outcome.Kind to, Lead lead, Course course) {
        Outcome.Kind from = attempt.outcome().kind();
        boolean sameWork = attempt.round() == lead.cadenceRound() && lead.owner() != null;
        boolean broughtHere = sameWork && course.cameFrom(attempt.number(), lead.stage());
        if (from == to) {
            return NUMBERS_ONLY;
        }
        if (from == UNREACHABLE) {
            throw new Refused("This lead was closed for its wrong data. Take it in anew with the right address.");
        }
        return switch (to) {
            case AGAIN -> from == HOLD ? noCallBack(lead, broughtHere) : noTalk(lead, sameWork, broughtHere);
            case CONTACT -> talk(lead, sameWork);
            case HOLD -> callBack(lead, sameWork);
            case UNREACHABLE -> wrongData(lead, sameWork, broughtHere);
        };
    }

    private static Consequence noCallBack(Lead lead, boolean broughtHere) {
        return lead.stage() == Stage.ON_HOLD && broughtHere ? HOLD_ENDS : NUMBERS_ONLY;
    }

    private static Consequence noTalk(Lead lead, boolean sameWork, boolean broughtHere) {
        return switch (sameWork ? lead.stage() : Stage.ERASED) {
            case WORKING, ON_HOLD -> NUMBERS_ONLY;
            case ENGAGED -> broughtHere ? PLAN_GOES_ON : NUMBERS_ONLY;
            default ->
                throw new Refused(
                        "The talk was ruled upon already. Say in the task that follows that nobody was reached,"
                                + " and rule anew there.");
        };
    }

    private static Consequence talk(Lead lead, boolean sameWork) {
        return switch (sameWork ? lead.stage() : Stage.ERASED) {
            case WORKING, ON_HOLD -> TALK_BEGINS;
            case ENGAGED, SQL, OPPORTUNITY -> NUMBERS_ONLY;
            default ->
                throw new Refused(
                        lead.stage().isOpen()
                                ? "The work this attempt belongs to is over. Tell it as a reply of the lead: whoever has it now"
                                        + " hears of it."
                                : "This lead is closed. When the person is still interested, take the enquiry in anew.");
        };
    }

    private static Consequence callBack(Lead lead, boolean sameWork) {
        if (sameWork && lead.stage() == Stage.ON_HOLD) {
            return NUMBERS_ONLY;
        }
        throw new Refused(
                "A call-back needs its date: put the lead on hold until then, and correct the attempt after that.");
    }

    private static Consequence wrongData(Lead lead, boolean sameWork, boolean broughtHere) {
        return switch (sameWork ? lead.stage() : Stage.ERASED) {
            case WORKING, ON_HOLD -> WORK_ENDS;
            case ENGAGED -> {
                if (!broughtHere) {
                    throw new Refused("The lead was reached another way. When its data is useless all the same,"
                            + " disqualify it in the task for bad data.");
                }
                yield WORK_ENDS;
            }
            default ->
                throw new Refused(
                        "The work this attempt belongs to is over. Whoever has the lead now can close it for bad data.");
        };
    }
}
