package io.leadbaton.handoff;

import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.rep.Notices;
import io.leadbaton.rep.Reps;
import io.leadbaton.sla.RungReached;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes a lead from a rep who lets a promise stay broken, and passes over that rep for a while. */
@Component
class LadderSteps {

    private static final String OPERATIONS = "sales-operations";

    private final Leads leads;
    private final Reassignments reassignments;
    private final Reps reps;
    private final Notices notices;

    LadderSteps(Leads leads, Reassignments reassignments, Reps reps, Notices notices) {
        this.leads = leads;
        this.reassignments = reassignments;
        this.reps = reps;
        this.notices = notices;
    }

    @EventListener
    void rungReached(RungReached reached) {
        Lead lead = leads.lock(LeadId.of(reached.leadId()));
        if (lead.owner() == null || !lead.stage().isWithSales()) {
            return;
        }
        switch (reached.rung()) {
            case NEXT_REP -> handOver(lead, reached);
            case REP_OFFLINE -> takeOffline(lead, reached.owner());
            case COPY_MANAGER, SALES_OPERATIONS -> {
                // Somebody is told; the lead stays where it is.
            }
        }
    }

    private void handOver(Lead lead, RungReached reached) {
        if (!reassignments.toNextRep(lead, reached.clause())) {
            notices.tell(OPERATIONS, lead.id().value(), LatePromises.nobodyElse(reached.clause()));
        }
    }

    private void takeOffline(Lead lead, @Nullable String silent) {
        if (silent != null && !reps.passOver(silent)) {
            notices.tell(
                    OPERATIONS,
                    null,
                    "Nobody else of team " + lead.team() + " is there, and " + silent + " does not keep promises.");
        }
    }
}
