package io.leadbaton.lifecycle;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadMerged;
import io.leadbaton.lead.LeadReceived;
import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.PersonErased;
import io.leadbaton.lead.Signal;
import io.leadbaton.policy.LivePolicy;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code lifecycle} that a lead came in, opted out, was merged or erased. */
@Component
class LifecycleProcess {

    private final RuntimeService runtime;
    private final Leads leads;
    private final LivePolicy policy;

    LifecycleProcess(RuntimeService runtime, Leads leads, LivePolicy policy) {
        this.runtime = runtime;
        this.leads = leads;
        this.policy = policy;
    }

    @EventListener
    void leadReceived(LeadReceived received) {
        leads.startedUnder(received.leadId(), policy.hash());
        start(received.leadId(), received.sortOut() != null);
    }

    private void start(LeadId lead, boolean sortOut) {
        // A context of its own: a lead registered in Tasklist comes in while another process runs, in another
        // transaction.
        ProcessEngineContext.requiresNew();
        try {
            runtime.startProcessInstanceByKey(
                    "lifecycle", lead.value(), Map.of("leadId", lead.value(), "sortOut", sortOut));
        } finally {
            ProcessEngineContext.clear();
        }
    }

    @EventListener
    void leadSignalled(LeadSignalled heard) {
        if (heard.signal().type() == Signal.Type.OPTED_OUT) {
            correlate("optedOut", heard.leadId());
        }
    }

    @EventListener
    void leadMerged(LeadMerged merged) {
        correlate("merged", merged.leadId());
    }

    @EventListener
    void personErased(PersonErased erased) {
        correlate("erased", erased.leadId());
    }

    private void correlate(String message, LeadId lead) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(lead.value())
                .correlateAll();
    }
}
