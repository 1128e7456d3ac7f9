package io.leadbaton.handoff;

import io.leadbaton.Refused;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Note;
import io.leadbaton.lead.Reason;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Assignments;
import io.leadbaton.rep.Notices;
import io.leadbaton.rep.Rep;
import io.leadbaton.rep.Reps;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings a lead from marketing to a rep who takes it. */
@Component
class Handoffs {

    private static final String OPERATIONS = "sales-operations";

    private final Leads leads;
    private final LeadEvents events;
    private final Ownership ownership;
    private final Assignments assignments;
    private final Reps reps;
    private final Notices notices;
    private final LeadsWithoutOwner withoutOwner;
    private final Clocks clocks;

    Handoffs(
            Leads leads,
            LeadEvents events,
            Ownership ownership,
            Assignments assignments,
            Reps reps,
            Notices notices,
            LeadsWithoutOwner withoutOwner,
            Clocks clocks) {
        this.leads = leads;
        this.events = events;
        this.ownership = ownership;
        this.assignments = assignments;
        this.reps = reps;
        this.notices = notices;
        this.withoutOwner = withoutOwner;
        this.clocks = clocks;
    }

    String assign(LeadId id, Pool pool) {
        Lead lead = leads.get(id);
        if (lead.waitsForItsOwner()) {
            return String.valueOf(lead.owner());
        }
        Optional<Rep> next = nextRep(lead, pool);
        next.ifPresentOrElse(rep -> give(lead, rep, "routed"), () -> reportNobody(lead, pool));
        return next.map(Rep::userId).orElse("");
    }

    private Optional<Rep> nextRep(Lead lead, Pool pool) {
        Set<String> before = assignments.hadIt(lead.id().value(), lead.cadenceRound());
        return before.size() >= pool.maxReps()
                ? Optional.empty()
                : assignments
                        .nextRep(before, pool.team(), pool.skill())
                        .or(() -> assignments.nextRep(before, pool.team(), ""));
    }

    private void reportNobody(Lead lead, Pool pool) {
        if (lead.stage() == Stage.REJECTED) {
            leads.move(lead.id(), Stage.MQL, "Rejection overturned", EventType.LEAD_RESUMED);
        }
        ownership.belong(lead, null, pool.team());
        events.append(lead.id(), EventType.OWNER_MISSING, "No rep of team " + pool.team() + " could take the lead");
        withoutOwner.waitsForOwner(lead.id());
    }

    String assignByHand(LeadId id, String userId) {
        Rep rep = reps.requireAvailable(userId);
        give(leads.get(id), rep, "by hand");
        withoutOwner.waitsNoLonger(id);
        return rep.userId();
    }

    private void give(Lead lead, Rep rep, String how) {
        ownership.give(lead, rep, how, "Assigned to " + rep.name());
    }

    boolean decide(LeadId id, String decision, String reason, Note note) {
        switch (decision) {
            case "accept" -> ownership.beginWork(id, "Accepted");
            case "reject" -> reject(id, Reason.given(reason, note.text()), note);
            default -> throw new Refused("Choose whether you accept or reject this lead.");
        }
        return decision.equals("accept");
    }

    private void reject(LeadId id, Reason reason, Note note) {
        Lead lead = leads.get(id);
        leads.move(
                id,
                Stage.REJECTED,
                "Rejected: " + reason.wire().replace('-', ' '),
                EventType.LEAD_REJECTED,
                note.with(Map.of("reason", reason.wire())));
        assignments.end(id.value(), "rejected");
        leads.own(id, null, lead.team());
        clocks.keep(id.value(), Clause.ACCEPTANCE, Clause.PROCESSED);
        clocks.close(id.value(), Clause.FIRST_RESPONSE, "rejected");
        clocks.start(id.value(), Clause.REJECTION_REVIEW, null);
    }

    void passOver(LeadId id) {
        Lead lead = leads.lock(id);
        if (!ownership.passOver(lead)) {
            notices.tell(
                    OPERATIONS,
                    null,
                    "Nobody else of team " + lead.team() + " is there, and " + lead.owner()
                            + " does not accept leads in time.");
        }
        leads.move(
                id,
                Stage.MQL,
                "Not accepted in time",
                EventType.ASSIGNMENT_OVERDUE,
                Map.of("rep", String.valueOf(lead.owner())));
        leads.own(id, null, lead.team());
    }
}
