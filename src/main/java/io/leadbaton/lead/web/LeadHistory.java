package io.leadbaton.lead.web;

import io.leadbaton.lead.Erasure;
import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Signals;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened to a lead, and the two things that somebody outside of its tasks may add to it. */
@Component
class LeadHistory {

    private final Leads leads;
    private final LeadEvents events;
    private final Signals signals;
    private final Erasure erasure;

    LeadHistory(Leads leads, LeadEvents events, Signals signals, Erasure erasure) {
        this.leads = leads;
        this.events = events;
        this.signals = signals;
        this.erasure = erasure;
    }

    List<LeadEvent> timeline(LeadId id) {
        leads.get(id);
        return events.timeline(id);
    }

    void signal(LeadId id, Signal signal) {
        signals.receive(id, signal);
    }

    void erase(LeadId id) {
        erasure.erase(id);
    }
}
