package io.leadbaton.sla;

import org.springframework.stereotype.Component;

/** What diagrams ask for when the time of a promise runs out. */
@Component
public class EscalationTasks {

    private final Escalations escalations;

    EscalationTasks(Escalations escalations) {
        this.escalations = escalations;
    }

    /** Starts the escalation of a clause whose time is up, if the promise is still open. */
    public void markReached(String leadId, String clause) {
        escalations.markReached(leadId, Clause.named(clause));
    }

    /** Writes the breach into the figures and the timeline, once. */
    public void recordBreach(String clockId) {
        escalations.recordBreach(clockId);
    }

    /** Shows the lead as stuck in Cockpit, at the activity where it waits. */
    public void raiseIncident(String clockId) {
        escalations.raiseIncident(clockId);
    }
}
