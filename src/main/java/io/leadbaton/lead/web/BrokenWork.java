package io.leadbaton.lead.web;

import io.leadbaton.Refused;
import io.leadbaton.lead.LeadId;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What stands still about a lead because it broke for a technical reason. */
@Component
class BrokenWork {

    private final ShownLeads shown;
    private final Function<String, Integer> failedWorkOfLead;
    private final Function<String, Integer> retryOfLead;

    BrokenWork(
            ShownLeads shown,
            @Qualifier("failedWorkOfLead") Function<String, Integer> failedWorkOfLead,
            @Qualifier("retryOfLead") Function<String, Integer> retryOfLead) {
        this.shown = shown;
        this.failedWorkOfLead = failedWorkOfLead;
        this.retryOfLead = retryOfLead;
    }

    int of(LeadId lead) {
        return failedWorkOfLead.apply(lead.value());
    }

    /** Tries each piece once more and answers how many. */
    int retry(LeadId lead) {
        shown.get(lead);
        int tried = retryOfLead.apply(lead.value());
        if (tried == 0) {
            throw new Refused("Nothing of this lead broke: there is nothing to try again.");
        }
        return tried;
    }
}
