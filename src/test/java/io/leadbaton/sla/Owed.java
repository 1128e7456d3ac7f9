package io.leadbaton.sla;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;

import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A promise of the agreement: how a lead comes to be owed it, and what keeps it.
 *
 * @param onHold whether a lead that is owed it can be put on hold
 */
record Owed(Clause clause, boolean onHold, BiConsumer<Scenario, LeadId> way, BiConsumer<Scenario, LeadId> kept) {

    static List<Owed> all() {
        return List.of(
                owed(Clause.ACCEPTANCE, Owed::waits, Scenario::accepts),
                owed(Clause.FIRST_RESPONSE, Owed::isTried, (they, lead) -> they.tries(lead, "no-answer"))
                        .whereHoldIsKnown(),
                owed(Clause.PROCESSED, Owed::isTried, (they, lead) -> they.tries(lead, "voicemail"))
                        .whereHoldIsKnown(),
                owed(Clause.NEXT_ATTEMPT, Owed::isTriedAgain, (they, lead) -> they.tries(lead, "busy")),
                owed(Clause.REPLY, Owed::writesBack, (they, lead) -> rules(they, lead, "talking")),
                owed(Clause.DISPOSITION, Owed::wasTried, (they, lead) -> they.tries(lead, "wrong-data"))
                        .whereHoldIsKnown(),
                owed(Clause.QUALIFICATION, Owed::talks, (they, lead) -> rules(they, lead, "nurture")),
                owed(Clause.OPPORTUNITY, Owed::isQualified, (they, lead) -> they.completes(lead, "openOpportunity")),
                owed(
                        Clause.FOLLOW_UP,
                        Owed::isADeal,
                        (they, lead) -> they.completes(lead, "closeOpportunity", Map.of("result", "won"))),
                owed(
                        Clause.REJECTION_REVIEW,
                        Owed::isRejected,
                        (they, lead) -> they.completes(lead, "reviewRejection", Map.of("verdict", "nurture"))));
    }

    private static Owed owed(Clause clause, BiConsumer<Scenario, LeadId> way, BiConsumer<Scenario, LeadId> kept) {
        return new Owed(clause, false, way, kept);
    }

    private Owed whereHoldIsKnown() {
        return new Owed(clause, true, way, kept);
    }

    private static void waits(Scenario they, LeadId lead) {
        they.task(lead, "acceptLead");
    }

    private static void isTried(Scenario they, LeadId lead) {
        they.accepts(lead);
        they.fires(lead, "attemptPlanned");
    }

    private static void wasTried(Scenario they, LeadId lead) {
        isTried(they, lead);
        they.tries(lead, "no-answer");
    }

    private static void isTriedAgain(Scenario they, LeadId lead) {
        wasTried(they, lead);
        they.fires(lead, "attemptPlanned");
    }

    private static void writesBack(Scenario they, LeadId lead) {
        wasTried(they, lead);
        they.hears(lead, Signal.Type.REPLIED);
    }

    private static void talks(Scenario they, LeadId lead) {
        isTried(they, lead);
        they.tries(lead, "connected");
    }

    private static void isQualified(Scenario they, LeadId lead) {
        talks(they, lead);
        rules(they, lead, "qualified");
    }

    private static void isADeal(Scenario they, LeadId lead) {
        isQualified(they, lead);
        they.completes(lead, "openOpportunity");
    }

    private static void isRejected(Scenario they, LeadId lead) {
        they.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit"));
    }

    private static void rules(Scenario they, LeadId lead, String verdict) {
        they.completes(lead, "qualifyLead", Map.of("verdict", verdict));
    }

    LeadId lead(Scenario they) {
        LeadId lead = they.arrives(aCaller());
        way.accept(they, lead);
        return lead;
    }

    void isKept(Scenario they, LeadId lead) {
        kept.accept(they, lead);
    }

    /** The deadline of an acceptance gives the lead to somebody else, whose acceptance is another promise. */
    boolean endsAtItsDeadline() {
        return clause == Clause.ACCEPTANCE;
    }

    @Override
    public String toString() {
        return clause.wire();
    }
}
