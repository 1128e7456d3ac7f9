package io.leadbaton.lifecycle;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
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

    /** Old leads that were taken over from elsewhere wait for nobody's quick answer: no response clock runs for them. */
    void promise(LeadId id, List<Map<String, Object>> promises) {
        clocks.promise(id.value(), promises);
        if (!"imported".equals(leads.get(id).leadType())) {
            clocks.start(id.value(), Clause.FIRST_RESPONSE, null);
        }
        clocks.start(id.value(), Clause.PROCESSED, null);
    }
}
