package io.leadbaton.handoff;

import io.leadbaton.Refused;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Note;
import io.leadbaton.rep.Assignments;
import io.leadbaton.rep.Rep;
import io.leadbaton.rep.Reps;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Handovers;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a lead another owner where it stands: the work goes on as it is, in other hands. */
@Component
class Reassignments {

    private final Leads leads;
    private final LeadEvents events;
    private final Ownership ownership;
    private final Assignments assignments;
    private final Reps reps;
    private final Handovers handovers;
    private final ReassignmentProcess process;

    Reassignments(
            Leads leads,
            LeadEvents events,
            Ownership ownership,
            Assignments assignments,
            Reps reps,
            Handovers handovers,
            ReassignmentProcess process) {
        this.leads = leads;
        this.events = events;
        this.ownership = ownership;
        this.assignments = assignments;
        this.reps = reps;
        this.handovers = handovers;
        this.process = process;
    }

    /** @param why in the words of who decides it */
    @Transactional
    void handOver(LeadId id, String toRep, Note why) {
        Lead lead = leads.lock(id);
        if (ownerOf(lead).equals(toRep)) {
            throw new Refused("This rep has the lead already. Choose somebody else.");
        }
        Rep to = reps.requireAvailable(toRep);
        pass(lead, to, "handed over", "Handed over to " + to.name(), why);
    }

    /** Gives a lead whose promise is broken to the next rep who is fit for it; false when there is none. */
    boolean toNextRep(Lead lead, Clause broken) {
        Optional<Rep> next = nextRep(lead);
        next.ifPresent(rep -> pass(
                lead,
                rep,
                Assignments.NEXT_REP,
                "%s overdue: handed over to %s".formatted(capitalised(broken.inWords()), rep.name()),
                new Note("")));
        return next.isPresent();
    }

    private Optional<Rep> nextRep(Lead lead) {
        String id = lead.id().value();
        boolean withSenior = reps.find(ownerOf(lead)).filter(Rep::senior).isPresent();
        return withSenior
                ? assignments.nextSenior(id)
                : assignments.nextRep(
                        assignments.hadIt(id, lead.handOff()), Objects.requireNonNullElse(lead.team(), ""), "");
    }

    /** The clocks first: what the new task shows as its date is what the new owner promises. */
    private void pass(Lead lead, Rep to, String how, String summary, Note why) {
        String from = ownerOf(lead);
        ownership.belong(lead, to.userId(), to.team());
        assignments.begin(lead.id().value(), to, how, lead.handOff());
        events.append(
                lead.id(),
                EventType.LEAD_ASSIGNED,
                summary,
                why.with(Map.of("rep", to.userId(), "team", to.team(), "how", how, "from", from)));
        handovers.toOwner(lead.id().value(), to.userId());
        process.ownerChanged(lead.id(), to.userId());
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String ownerOf(Lead lead) {
        if (!lead.stage().isOpen()) {
            throw new Refused("This lead is closed: there is no work to hand over.");
        }
        if (lead.owner() == null || !lead.stage().isWithSales()) {
            throw new Refused("Nobody works this lead now, so that it cannot change hands. Look at where it stands.");
        }
        return lead.owner();
    }
}
