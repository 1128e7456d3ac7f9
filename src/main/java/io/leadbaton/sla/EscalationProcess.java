package io.leadbaton.sla;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process {@code escalation} of a clock, and tells it when the promise is settled. */
@Component
class EscalationProcess {

    private final RuntimeService runtime;

    EscalationProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Begins to climb the ladder, from the next mark on, and answers the process instance that does. */
    String watch(SlaClock clock) {
        return runtime.startProcessInstanceByKey(
                        "escalation", clock.id(), Map.of("leadId", clock.leadId(), "clockId", clock.id()))
                .getId();
    }

    @EventListener
    void clockClosed(ClockClosed closed) {
        if (closed.escalation() != null) {
            runtime.createMessageCorrelation("clockStopped")
                    .processInstanceBusinessKey(closed.clockId())
                    .correlateAll();
        }
    }
}
