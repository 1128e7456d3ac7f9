package io.leadbaton.lifecycle;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadMerged;
import io.leadbaton.lead.LeadReceived;
import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.LeadsReceived;
import io.leadbaton.lead.PersonErased;
import io.leadbaton.lead.Signal;
import io.leadbaton.policy.PinnedProcess;
import io.leadbaton.policy.PolicyVersion;
import java.util.Map;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code lifecycle} that a lead came in, opted out, was merged or erased. */
@Component
class LifecycleProcess {

    private final RuntimeService runtime;
    private final PinnedProcess pinned;
    private final ProcessEngineConfigurationImpl engine;

    LifecycleProcess(RuntimeService runtime, PinnedProcess pinned, ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.pinned = pinned;
        this.engine = engine;
    }

    @EventListener
    void leadReceived(LeadReceived received) {
        inOneCommand(() -> start(received.leadId(), received.policy(), received.sortOut() != null));
    }

    /** What the engine writes for all of them goes to the database together: that spares most of the time. */
    @EventListener
    void leadsReceived(LeadsReceived received) {
        inOneCommand(() -> received.leads().forEach(lead -> start(lead, received.policy(), false)));
    }

    private void inOneCommand(Runnable work) {
        // A context of its own: a lead registered in Tasklist comes in while another process runs, in another
        // transaction. Whoever may register a lead may not start its way by hand: nobody is asked for that right.
        ProcessEngineContext.requiresNew();
        try {
            engine.getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(Executors.callable(work)));
        } finally {
            ProcessEngineContext.clear();
        }
    }

    private void start(LeadId lead, PolicyVersion version, boolean sortOut) {
        pinned.start("lifecycle", version, lead.value(), Map.of("leadId", lead.value(), "sortOut", sortOut));
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
