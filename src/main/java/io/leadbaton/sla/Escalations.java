package io.leadbaton.sla;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Climbs the ladder of a broken promise: the breach is written, the lead shows up as stuck. */
@Component
class Escalations {

    private final Clocks clocks;
    private final EscalationProcess process;
    private final Clock clock;

    Escalations(Clocks clocks, EscalationProcess process, Clock clock) {
        this.clocks = clocks;
        this.process = process;
        this.clock = clock;
    }

    /** The lead's row first: a rep who keeps the promise at this very moment is waited for. */
    void markReached(String leadId, Clause clause) {
        clocks.lock(leadId);
        clocks.open(leadId, clause)
                .filter(open -> open.escalation() == null && open.isDue(clock.instant()))
                .ifPresent(open -> clocks.escalated(open.id(), process.clauseRanOut(open)));
    }

    void recordBreach(String clockId) {
        clocks.find(clockId).ifPresent(clocks::miss);
    }

    void raiseIncident(String clockId) {
        clocks.find(clockId).ifPresent(process::leadIsStuck);
    }
}
