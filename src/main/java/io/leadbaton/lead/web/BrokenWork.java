package io.leadbaton.lead.web;

import io.leadbaton.Refused;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Renewals;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What stands still about a lead because it broke for a technical reason. */
@Component
class BrokenWork {

    private final ShownLeads shown;
    private final Renewals renewals;
    private final Function<String, Integer> failedWorkOfLead;
    private final Function<String, Integer> retryOfLead;

    BrokenWork(
            ShownLeads shown,
            Renewals renewals,
            @Qualifier("failedWorkOfLead") Function<String, Integer> failedWorkOfLead,
            @Qualifier("retryOfLead") Function<String, Integer> retryOfLead) {
        this.shown = shown;
        this.renewals = renewals;
        this.failedWorkOfLead = failedWorkOfLead;
        this.retryOfLead = retryOfLead;
    }

    /** What was done: pieces of work tried once more, or the lead went on under the policy in force. */
    record Retried(int tried, boolean renewed) {}

    int of(LeadId lead) {
        return failedWorkOfLead.apply(lead.value());
    }

    /** Whether the lead could go on under a newer policy than its own. */
    boolean isOutdated(LeadId lead) {
        return renewals.isDue(lead);
    }

    /**
     * Tries each piece once more and answers how many. A lead that goes by an older policy goes on under the one in force instead: what
     * broke is not even asked, it may be that policy.
     */
    Retried retry(LeadId lead) {
        shown.get(lead);
        return renewals.renew(lead) ? new Retried(0, true) : new Retried(tryAgain(lead), false);
    }

    private int tryAgain(LeadId lead) {
        int tried = retryOfLead.apply(lead.value());
        if (tried == 0) {
            throw new Refused("Nothing of this lead broke: there is nothing to try again.");
        }
        return tried;
    }
}
