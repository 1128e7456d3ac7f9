package io.leadbaton.handoff;

import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Assignments;
import io.leadbaton.rep.Rep;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import io.leadbaton.sla.Handovers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a lead into the hands of a rep, whether the first one or a senior, and takes it out of them again. */
@Component
class Ownership {

    private final Leads leads;
    private final Assignments assignments;
    private final Clocks clocks;
    private final Handovers handovers;

    Ownership(Leads leads, Assignments assignments, Clocks clocks, Handovers handovers) {
        this.leads = leads;
        this.assignments = assignments;
        this.clocks = clocks;
        this.handovers = handovers;
    }

    /** Gives the lead to the rep, who has to say soon whether to work it. */
    void give(Lead lead, Rep rep, String how, String summary) {
        leads.hand(
                lead.id(),
                rep.userId(),
                rep.team(),
                summary,
                Map.of("rep", rep.userId(), "team", rep.team(), "how", how));
        countHoursOf(lead, rep.team());
        assignments.begin(lead.id().value(), rep, how, lead.cadenceRound());
        clocks.start(lead.id().value(), Clause.ACCEPTANCE, rep.userId());
    }

    /** The lead is the team's from now on, and the owner's unless that is null; so are the hours that count for it. */
    void belong(Lead lead, @Nullable String owner, String team) {
        leads.own(lead.id(), owner, team);
        countHoursOf(lead, team);
    }

    private void countHoursOf(Lead lead, String team) {
        if (!team.equals(lead.team())) {
            handovers.toTeam(lead.id().value());
        }
    }

    /** The owner begins to work the lead. */
    void beginWork(LeadId id, String summary) {
        Lead lead = leads.get(id);
        leads.move(id, Stage.WORKING, summary, EventType.LEAD_ACCEPTED);
        leads.beginRound(id);
        clocks.keep(id.value(), Clause.ACCEPTANCE);
        clocks.start(id.value(), Clause.DISPOSITION, lead.owner());
    }

    /** Takes the lead from an owner who did not answer; false when that rep stays on because nobody else is there. */
    boolean passOver(Lead lead) {
        clocks.close(lead.id().value(), Clause.ACCEPTANCE, "passed over");
        return assignments.passOver(lead.id().value(), lead.owner());
    }
}
