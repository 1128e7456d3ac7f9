package io.leadbaton.lifecycle;

import io.leadbaton.Refused;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Note;
import io.leadbaton.lead.Reason;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rules on a lead that was talked to. */
@Component
class Qualifications {

    private final Leads leads;
    private final LeadEvents events;
    private final Clocks clocks;

    Qualifications(Leads leads, LeadEvents events, Clocks clocks) {
        this.leads = leads;
        this.events = events;
        this.clocks = clocks;
    }

    String rule(LeadId id, String verdict, String reason, Note note) {
        switch (verdict) {
            case "qualified" -> qualify(id, note);
            case "nurture" -> dispose(id, "nurture", "not-yet", note);
            case "disqualified" ->
                dispose(id, "disqualified", Reason.given(reason, note.text()).wire(), note);
            case "silent" -> goneSilent(id, note);
            case "talking" -> events.append(id, EventType.LEAD_ENGAGED, "The talk goes on", note.with(Map.of()));
            default -> throw new Refused("Choose what the talk led to.");
        }
        keepPromises(id.value(), verdict);
        return verdict;
    }

    /** Each reply is answered within its time; one that comes before the answer to the last does not put it off. */
    @EventListener
    void leadSignalled(LeadSignalled heard) {
        boolean spoke =
                heard.signal().type() == Signal.Type.REPLIED || heard.signal().type() == Signal.Type.MEETING_BOOKED;
        if (heard.stage() == Stage.ENGAGED
                && spoke
                && !clocks.runs(heard.leadId().value(), Clause.REPLY)) {
            clocks.startInPlace(
                    heard.leadId().value(),
                    Clause.REPLY,
                    leads.get(heard.leadId()).owner());
        }
    }

    private void qualify(LeadId id, Note note) {
        Lead lead = leads.get(id);
        leads.dispose(id, "qualified", "qualified");
        leads.move(id, Stage.SQL, "Qualified", EventType.LEAD_QUALIFIED, note.with(Map.of("disposition", "qualified")));
        clocks.start(id.value(), Clause.OPPORTUNITY, lead.owner());
    }

    private void dispose(LeadId id, String disposition, String reason, Note note) {
        leads.dispose(id, disposition, reason);
        events.append(
                id,
                EventType.LEAD_DISPOSED,
                disposition.equals("nurture")
                        ? "Not yet: back to nurture"
                        : "Disqualified: " + reason.replace('-', ' '),
                note.with(Map.of("disposition", disposition, "reason", reason)));
    }

    private void goneSilent(LeadId id, Note note) {
        String reason = leads.get(id).contacted() ? "Gone silent" : "No contact after all";
        leads.move(id, Stage.WORKING, reason, EventType.LEAD_RESUMED, note.with(Map.of()));
    }

    private void keepPromises(String id, String verdict) {
        leads.replyAnswered(LeadId.of(id));
        clocks.keep(id, Clause.REPLY, Clause.FIRST_RESPONSE, Clause.PROCESSED);
        switch (verdict) {
            case "talking" -> {
                // The ruling is still owed.
            }
            case "silent" -> clocks.keep(id, Clause.QUALIFICATION);
            default -> clocks.keep(id, Clause.QUALIFICATION, Clause.DISPOSITION);
        }
    }
}
