package io.leadbaton.handoff;

import io.leadbaton.Refused;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Note;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets marketing rule on a lead that a rep rejected. */
@Component
class RejectionReviews {

    private final Leads leads;
    private final LeadEvents events;
    private final Clocks clocks;

    RejectionReviews(Leads leads, LeadEvents events, Clocks clocks) {
        this.leads = leads;
        this.events = events;
        this.clocks = clocks;
    }

    String rule(LeadId id, String verdict, Note note) {
        String ruling = switch (verdict) {
            case "overturn" -> "overturn";
            case "nurture" -> "nurture";
            case "disqualify" -> "disqualified";
            default -> throw new Refused("Choose nurture, disqualify or overturn.");
        };
        events.append(
                id,
                EventType.REJECTION_REVIEWED,
                ruling.equals("overturn") ? "Rejection overturned" : "Rejection upheld",
                note.with(Map.of("verdict", ruling)));
        if (!ruling.equals("overturn")) {
            leads.dispose(id, ruling, "rejected");
        }
        clocks.keep(id.value(), Clause.REJECTION_REVIEW);
        if (ruling.equals("overturn")) {
            promiseResponseAnew(id);
        }
        return ruling;
    }

    /** The lead was rejected without an attempt: it is still waiting for one. */
    private void promiseResponseAnew(LeadId id) {
        if (!"imported".equals(leads.get(id).leadType())) {
            clocks.startInPlace(id.value(), Clause.FIRST_RESPONSE, null);
        }
    }
}
