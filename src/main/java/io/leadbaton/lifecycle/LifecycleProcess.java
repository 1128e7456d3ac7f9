package io.leadbaton.lifecycle;

import io.leadbaton.Refused;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadMerged;
import io.leadbaton.lead.LeadReceived;
import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.LeadsReceived;
import io.leadbaton.lead.PersonErased;
import io.leadbaton.lead.PolicyRenewed;
import io.leadbaton.lead.Signal;
import io.leadbaton.policy.PinnedProcess;
import io.leadbaton.policy.PolicyVersion;
import io.leadbaton.sla.Clocks;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code lifecycle} that a lead came in, goes on under a newer policy, opted out, was merged or erased. */
@Component
class LifecycleProcess {

    private static final Logger LOG = LoggerFactory.getLogger(LifecycleProcess.class);

    private final RuntimeService runtime;
    private final PinnedProcess pinned;
    private final RepliesProcess replies;
    private final Leads leads;
    private final Clocks clocks;
    private final ProcessEngineConfigurationImpl engine;

    LifecycleProcess(
            RuntimeService runtime,
            PinnedProcess pinned,
            RepliesProcess replies,
            Leads leads,
            Clocks clocks,
            ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.pinned = pinned;
        this.replies = replies;
        this.leads = leads;
        this.clocks = clocks;
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

    /** The diagram itself asks where the lead stands; the promises that run go on with it. */
    @EventListener
    void policyRenewed(PolicyRenewed renewed) {
        inOneCommand(() -> end(renewed.leadId()));
        begin(renewed.leadId(), renewed.policy());
        if (leads.get(renewed.leadId()).replyWaiting()) {
            replies.answerIsOwed(renewed.leadId());
        }
        clocks.watchAnew(renewed.leadId().value());
    }

    private void end(LeadId lead) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value(), "lifecycle")
                .list()
                .forEach(way -> runtime.deleteProcessInstance(
                        way.getId(), "goes on under the policy in force", true, true, true));
    }

    /** Enters where the lead stands. */
    void begin(LeadId id, PolicyVersion version) {
        Lead lead = leads.get(id);
        Map<String, Object> variables = new HashMap<>(Map.of("leadId", id.value(), "sortOut", false));
        if (lead.owner() != null) {
            variables.put("owner", lead.owner());
            variables.put("secondVoice", lead.secondVoice());
        }
        try {
            inOneCommand(() -> pinned.start("lifecycle", version, id.value(), variables));
        } catch (RuntimeException e) {
            throw isPassing(e) ? e : broken(e);
        }
    }

    private static boolean isPassing(RuntimeException failure) {
        return failure instanceof OptimisticLockingException
                || ExceptionUtils.indexOfType(failure, SQLException.class) >= 0;
    }

    private static Refused broken(RuntimeException failure) {
        // The kind only: messages of engines quote values, and values are personal.
        LOG.warn(
                "The policy in force cannot take over a lead: {}",
                ExceptionUtils.getRootCause(failure).getClass().getSimpleName());
        return new Refused(
                "The policy in force breaks at this lead, too, and nothing was changed. Mend it and try again.");
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
