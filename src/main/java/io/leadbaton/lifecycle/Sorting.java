package io.leadbaton.lifecycle;

import io.leadbaton.Refused;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Stage;
import org.springframework.stereotype.Component;

/** Lets sales operations decide where a lead goes that the policy could not assess. */
@Component
class Sorting {

    private final Leads leads;
    private final LeadEvents events;

    Sorting(Leads leads, LeadEvents events) {
        this.leads = leads;
        this.events = events;
    }

    /** Answers where to: assess (try once more), sales, nurture or closed. */
    String decide(LeadId id, String verdict) {
        return switch (verdict) {
            case "assess" -> assessAgain(id);
            case "sales" -> to(id, Stage.MQL, "sales");
            case "nurture" -> to(id, Stage.NURTURE, "nurture");
            case "disqualify" -> to(id, Stage.DISQUALIFIED, "closed");
            default -> throw new Refused("Choose what shall become of this lead.");
        };
    }

    private String assessAgain(LeadId id) {
        events.append(id, EventType.LEAD_SORTED, "To be assessed once more");
        return "assess";
    }

    private String to(LeadId id, Stage stage, String route) {
        Lead lead = leads.get(id);
        if (lead.leadType() == null) {
            leads.type(id, typeOf(lead.channel()));
        }
        leads.move(id, stage, "Sorted out by hand", EventType.LEAD_SORTED);
        return route;
    }

    /** Without the table, the channel is the best guess. */
    private static String typeOf(String channel) {
        return switch (channel) {
            case "chat", "event", "webinar", "referral", "purchased", "live-transfer" -> channel;
            case "import" -> "imported";
            default -> "inbound";
        };
    }
}
