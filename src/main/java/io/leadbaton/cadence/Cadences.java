package io.leadbaton.cadence;

import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Stage;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Works the contact plan of a lead: what is next, until somebody was reached or all attempts were made. */
@Component
class Cadences {

    private final Leads leads;
    private final LeadEvents events;
    private final ContactPlans plans;
    private final Attempts attempts;
    private final Clocks clocks;
    private final Clock clock;

    Cadences(Leads leads, LeadEvents events, ContactPlans plans, Attempts attempts, Clocks clocks, Clock clock) {
        this.leads = leads;
        this.events = events;
        this.plans = plans;
        this.attempts = attempts;
        this.clocks = clocks;
        this.clock = clock;
    }

    void adopt(LeadId id, ContactPlan plan) {
        Lead lead = leads.get(id);
        plans.adopt(lead, plan);
        ContactPlan inForce = plans.of(lead);
        leads.plan(id, inForce.attempts(), inForce.secondVoice());
    }

    /** An attempt that is planned stays planned. A call-back agreed upon is made even when the plan is used up. */
    String planNext(LeadId id) {
        Lead lead = leads.get(id);
        boolean resumed = lead.stage() == Stage.ON_HOLD;
        if (resumed) {
            resume(id);
        }
        if (lead.replyWaiting()) {
            return "contact";
        }
        if (lead.badData() || !lead.hasOpenChannel()) {
            return "unreachable";
        }
        if (!resumed && clocks.runs(id.value(), Clause.NEXT_ATTEMPT)) {
            return "attempt";
        }
        ContactPlan plan = plans.of(lead);
        if (!resumed && lead.attemptsMade() >= plan.attempts()) {
            return "exhausted";
        }
        Instant at = resumed ? clock.instant() : nextDate(lead, plan);
        leads.planNext(id, at);
        clocks.start(id.value(), Clause.NEXT_ATTEMPT, lead.owner(), at);
        return "attempt";
    }

    private Instant nextDate(Lead lead, ContactPlan plan) {
        Instant before = attempts.last(lead.id(), lead.cadenceRound()).orElseGet(clock::instant);
        Instant planned = before.plus(plan.gapBefore(lead.attemptsMade() + 1));
        return planned.isBefore(clock.instant()) ? clock.instant() : planned;
    }

    private void resume(LeadId id) {
        leads.move(id, Stage.WORKING, "Work goes on", EventType.LEAD_RESUMED);
        leads.hold(id, null);
        clocks.resume(id.value());
    }

    Date nextAttemptAt(LeadId id) {
        Instant planned = leads.get(id).nextAttemptAt();
        return Date.from(planned == null ? clock.instant() : planned);
    }

    /** The plan's channel, or the other one when the lead does not want to be reached on it. */
    String nextChannel(LeadId id) {
        Lead lead = leads.get(id);
        return plans.of(lead).channelFor(lead).wire();
    }

    void hold(LeadId id) {
        Instant until = leads.get(id).holdUntil();
        leads.move(id, Stage.ON_HOLD, "On hold", EventType.LEAD_HELD, Map.of("until", String.valueOf(until)));
        clocks.close(id.value(), Clause.NEXT_ATTEMPT, "on hold");
        clocks.pause(id.value(), "on hold");
    }

    Date holdEndsAt(LeadId id) {
        Instant until = leads.get(id).holdUntil();
        return Date.from(until == null ? clock.instant() : until);
    }

    String engage(LeadId id) {
        Lead lead = leads.get(id);
        if (lead.stage() == Stage.ON_HOLD) {
            leads.hold(id, null);
            clocks.resume(id.value());
        }
        leads.move(id, Stage.ENGAGED, "In contact", EventType.LEAD_ENGAGED);
        leads.contacted(id);
        clocks.close(id.value(), Clause.NEXT_ATTEMPT, "in contact");
        clocks.start(id.value(), Clause.QUALIFICATION, lead.owner());
        if (lead.replyWaiting()) {
            clocks.start(id.value(), Clause.REPLY, lead.owner());
        }
        return "engaged";
    }

    String dispose(LeadId id, String next) {
        if (leads.get(id).stage() == Stage.ON_HOLD) {
            resume(id);
        }
        boolean exhausted = next.equals("exhausted");
        String disposition = exhausted ? "nurture" : "disqualified";
        String reason = exhausted ? "exhausted" : "bad-data";
        if (!exhausted) {
            leads.dataIsBad(id);
        }
        leads.dispose(id, disposition, reason);
        events.append(
                id,
                EventType.LEAD_DISPOSED,
                exhausted ? "All attempts made, nobody reached" : "Cannot be reached with the data we have",
                Map.of("disposition", disposition, "reason", reason));
        clocks.keep(id.value(), Clause.DISPOSITION, Clause.PROCESSED);
        return disposition;
    }
}
