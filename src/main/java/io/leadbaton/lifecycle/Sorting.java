package io.leadbaton.lifecycle;

import io.leadbaton.Refused;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.KnownLeads;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Renewals;
import io.leadbaton.lead.Stage;
import io.leadbaton.policy.PolicyVersion;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets sales operations decide where a lead goes that the policy could not assess. */
@Component
class Sorting {

    /** The type under which the strictest promises hold. */
    private static final String WITHOUT_TABLE = "inbound";

    private final Leads leads;
    private final LeadEvents events;
    private final KnownLeads known;
    private final Renewals renewals;
    private final LifecycleProcess process;

    Sorting(Leads leads, LeadEvents events, KnownLeads known, Renewals renewals, LifecycleProcess process) {
        this.leads = leads;
        this.events = events;
        this.known = known;
        this.renewals = renewals;
        this.process = process;
    }

    /** Answers where to: assess (try once more), sales, nurture, closed, or renewed when it goes there under a newer policy. */
    String decide(LeadId id, String verdict) {
        String route = switch (verdict) {
            case "assess" -> assessAgain(id);
            case "sales" -> to(id, Stage.MQL, "sales");
            case "nurture" -> to(id, Stage.NURTURE, "nurture");
            case "disqualify" -> disqualify(id);
            default -> throw new Refused("Choose what shall become of this lead.");
        };
        return underThePolicyInForce(id) ? "renewed" : route;
    }

    /** A lead that came in under an older policy goes on in a process of its own: this one has nothing left to do. */
    private boolean underThePolicyInForce(LeadId id) {
        Optional<PolicyVersion> newer = renewals.note(id);
        newer.ifPresent(version -> process.begin(id, version));
        return newer.isPresent();
    }

    private String disqualify(LeadId id) {
        leads.move(id, Stage.DISQUALIFIED, "Sorted out by hand", EventType.LEAD_SORTED);
        return "closed";
    }

    private String assessAgain(LeadId id) {
        events.append(id, EventType.LEAD_SORTED, "To be assessed once more");
        return "assess";
    }

    private String to(LeadId id, Stage stage, String route) {
        if (known.match(id).isPresent()) {
            return "closed";
        }
        Lead lead = leads.get(id);
        if (!lead.hasOpenChannel()) {
            leads.move(id, Stage.SUPPRESSED, "No channel is left to reach this lead", EventType.LEAD_SUPPRESSED);
            return "closed";
        }
        if (lead.leadType() == null) {
            leads.type(id, WITHOUT_TABLE);
        }
        leads.move(id, stage, "Sorted out by hand", EventType.LEAD_SORTED);
        return route;
    }
}
