package io.leadbaton.nurture;

import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.Renewals;
import io.leadbaton.lead.Stage;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code nurture} that a prospect is awake again. */
@Component
class NurtureProcess {

    private final RuntimeService runtime;
    private final Nurturing nurturing;
    private final Renewals renewals;

    NurtureProcess(RuntimeService runtime, Nurturing nurturing, Renewals renewals) {
        this.runtime = runtime;
        this.nurturing = nurturing;
        this.renewals = renewals;
    }

    /** A prospect that comes back to sales is promised what the policy in force promises, however long it was away. */
    @EventListener
    void leadSignalled(LeadSignalled heard) {
        if (heard.stage() == Stage.NURTURE && wakes(heard)) {
            renewals.renew(heard.leadId());
            runtime.createMessageCorrelation("reawakened")
                    .processInstanceBusinessKey(heard.leadId().value())
                    .correlateAll();
        }
    }

    private boolean wakes(LeadSignalled heard) {
        return switch (heard.signal().type()) {
            case REPLIED, MEETING_BOOKED -> true;
            case ENGAGED -> nurturing.showsInterest(heard.leadId());
            case BOUNCED, OPTED_OUT, HOLD, RESUME, WON, LOST -> false;
        };
    }
}
