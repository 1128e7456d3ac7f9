package io.leadbaton.lifecycle;

import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Stage;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Starts what both departments promised for a lead that goes to sales. */
@Component
class Beginnings {

    private final Leads leads;
    private final Clocks clocks;

    Beginnings(Leads leads, Clocks clocks) {
        this.leads = leads;
        this.clocks = clocks;
    }

    /**
     * Old leads that were taken over from elsewhere wait for nobody's quick answer: no response clock runs for them. Clocks that run
     * already, of a lead that goes on under a newer policy, are kept.
     */
    void promise(LeadId id, List<Map<String, Object>> promises) {
        clocks.promise(id.value(), promises);
        Lead lead = leads.get(id);
        if (lead.stage() != Stage.MQL) {
            return;
        }
        if (!"imported".equals(lead.leadType())) {
            clocks.startUnlessRunning(id.value(), Clause.FIRST_RESPONSE, null);
        }
        clocks.startUnlessRunning(id.value(), Clause.PROCESSED, null);
    }
}
