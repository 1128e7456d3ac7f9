package io.leadbaton.lifecycle;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.Signal;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.ClockClosed;
import io.leadbaton.sla.ClockStarted;
import java.util.List;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Marks the processes in which a person has a reply to answer, so that Tasklist can list them: a list sees nothing but the engine. */
@Component
class RepliesProcess {

    private static final String MARK = "replyWaits";

    private final RuntimeService runtime;
    private final BiFunction<String, List<String>, List<String>> leadInstances;

    RepliesProcess(
            RuntimeService runtime,
            @Qualifier("leadInstances") BiFunction<String, List<String>, List<String>> leadInstances) {
        this.runtime = runtime;
        this.leadInstances = leadInstances;
    }

    /** Once a lead is qualified, a reply is part of the talk and waits for nothing. */
    @EventListener
    void leadSignalled(LeadSignalled heard) {
        Signal.Type type = heard.signal().type();
        if (type == Signal.Type.REPLIED || type == Signal.Type.MEETING_BOOKED) {
            switch (heard.stage()) {
                case MQL, ASSIGNED, REJECTED, WORKING, ENGAGED ->
                    mark(heard.leadId().value(), true, "handoff", "reassignment", "qualification");
                default -> {
                    // No rep is asked for an answer.
                }
            }
        }
    }

    /** Also when the lead's processes begin anew. */
    void answerIsOwed(LeadId lead) {
        mark(lead.value(), true, "handoff", "reassignment");
    }

    /** Also when the answer is owed by the next owner. */
    @EventListener
    void clockStarted(ClockStarted started) {
        if (started.clause() == Clause.REPLY) {
            mark(started.leadId(), true, "qualification");
        }
    }

    /** An excused breach leaves the lead waiting for its answer. */
    @EventListener
    void clockClosed(ClockClosed closed) {
        if (closed.clause() == Clause.REPLY && !closed.why().equals("excused")) {
            mark(closed.leadId(), false, "qualification");
        }
    }

    private void mark(String leadId, boolean waits, String... processes) {
        leadInstances.apply(leadId, List.of(processes)).forEach(instance -> runtime.setVariable(instance, MARK, waits));
    }
}
