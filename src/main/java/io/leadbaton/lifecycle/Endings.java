package io.leadbaton.lifecycle;

import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Assignments;
import io.leadbaton.sla.Clocks;
import org.springframework.stereotype.Component;

/** Rules on the leads whose work is over: a second voice, nurture, or the end. */
@Component
class Endings {

    private final Leads leads;
    private final Assignments assignments;
    private final Clocks clocks;

    Endings(Leads leads, Assignments assignments, Clocks clocks) {
        this.leads = leads;
        this.assignments = assignments;
        this.clocks = clocks;
    }

    boolean deservesSecondVoice(LeadId id, String disposition) {
        Lead lead = leads.get(id);
        boolean failed = disposition.equals("disqualified")
                || disposition.equals("lost")
                || "exhausted".equals(lead.dispositionReason());
        return failed && lead.secondVoiceDue() && !lead.secondVoice() && !lead.badData() && lead.hasOpenChannel();
    }

    void settle(LeadId id, String disposition) {
        switch (disposition) {
            case "won" -> {
                // The win was the last move.
            }
            case "lost" -> leads.move(id, Stage.LOST, "Lost", EventType.LEAD_CLOSED);
            case "disqualified" -> leads.move(id, Stage.DISQUALIFIED, "Disqualified", EventType.LEAD_CLOSED);
            default -> leads.move(id, Stage.NURTURE, "Back to nurture", EventType.LEAD_RECYCLED);
        }
        letGo(id);
    }

    void suppress(LeadId id) {
        leads.optedOut(id);
        leads.move(id, Stage.SUPPRESSED, "Opted out", EventType.LEAD_SUPPRESSED);
        letGo(id);
    }

    void letGo(LeadId id) {
        assignments.end(id.value(), "lead left");
        clocks.closeAll(id.value(), "lead left");
    }
}
