package io.leadbaton.sla;

import io.leadbaton.policy.PinnedProcess;
import io.leadbaton.policy.PolicyVersions;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process {@code escalation} of a clock, and tells it when the promise is settled. */
@Component
class EscalationProcess {

    private final RuntimeService runtime;
    private final PinnedProcess pinned;
    private final PolicyVersions versions;
    private final ClockRows rows;

    EscalationProcess(RuntimeService runtime, PinnedProcess pinned, PolicyVersions versions, ClockRows rows) {
        this.runtime = runtime;
        this.pinned = pinned;
        this.versions = versions;
        this.rows = rows;
    }

    /** Begins to climb the ladder, from the next mark on. */
    void watch(SlaClock clock) {
        // Where marks are due already they happen right now, and whoever hears of them has to know that the clock
        // escalates.
        rows.escalation(clock.id(), clock.id());
        String instance = pinned.start(
                "escalation",
                versions.of(clock.leadId()),
                clock.id(),
                Map.of("leadId", clock.leadId(), "clockId", clock.id()));
        rows.escalation(clock.id(), instance);
    }

    /** What was due before has been said and is not said again. */
    void watchAnew(SlaClock clock) {
        runtime.deleteProcessInstanceIfExists(
                clock.escalation(), "goes on under the policy in force", true, true, true, false);
        watch(clock);
    }

    @EventListener
    void clockClosed(ClockClosed closed) {
        if (closed.escalation() != null) {
            runtime.createMessageCorrelation("clockStopped")
                    .processInstanceId(closed.escalation())
                    .correlateAll();
        }
    }
}
