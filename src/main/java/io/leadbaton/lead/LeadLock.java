package io.leadbaton.lead;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Keeps others from changing a lead until the transaction ends, for those whom leads do not know. */
@Component("leadLock")
class LeadLock implements Consumer<String> {

    private final Leads leads;

    LeadLock(Leads leads) {
        this.leads = leads;
    }

    @Override
    public void accept(String leadId) {
        leads.lock(LeadId.of(leadId));
    }
}
