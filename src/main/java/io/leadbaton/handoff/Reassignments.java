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
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a lead another owner where it stands: the work goes on as it is, in other hands. */
@Component
class Reassignments {

    private final Leads leads;
    private final LeadEvents events;
    private final Assignments assignments;
    private final Reps reps;
    private final ReassignmentProcess process;

    Reassignments(Leads leads, LeadEvents events, Assignments assignments, Reps reps, ReassignmentProcess process) {
        this.leads = leads;
        this.events = events;
        this.assignments = assignments;
        this.reps = reps;
        this.process = process;
    }

    /** @param why in the words of who decides it */
    @Transactional
    void handOver(LeadId id, String toRep, Note why) {
        Lead lead = leads.lock(id);
        String from = ownerOf(lead);
        if (from.equals(toRep)) {
            throw new Refused("This rep has the lead already. Choose somebody else.");
        }
        Rep to = reps.requireAvailable(toRep);
        leads.own(id, to.userId(), to.team());
        assignments.begin(id.value(), to, "handed over", lead.handOff());
        events.append(
                id,
                EventType.LEAD_ASSIGNED,
                "Handed over to " + to.name(),
                why.with(Map.of("rep", to.userId(), "team", to.team(), "how", "handed over", "from", from)));
        process.ownerChanged(id, to.userId());
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
