package io.leadbaton.sla;

import io.leadbaton.policy.EndsLoops;
import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.WordKind;
import org.springframework.stereotype.Component;

/** What diagrams ask for when something happens to the clock of a promise: the steps of the process {@code escalation}. */
@Component
public class EscalationTasks {

    private final Escalations escalations;

    EscalationTasks(Escalations escalations) {
        this.escalations = escalations;
    }

    /** Starts the escalation of a clause whose first warning or deadline has come, if the promise is still open. */
    public void markReached(String leadId, @OneOf(kind = WordKind.CLAUSE) String clause) {
        escalations.markReached(leadId, Clause.named(clause));
    }

    /**
     * Ticks off what is due and says it: warning, deadline, a rung of the ladder, nothing-yet, or over when the promise is settled.
     * Each is said once, whether or not the diagram does something about it.
     */
    @EndsLoops
    @OneOf({
        "warning",
        "deadline",
        "copy-manager",
        "next-rep",
        "rep-offline",
        "sales-operations",
        Escalations.NOTHING_YET,
        Escalations.OVER
    })
    public String seeWhatIsDue(String clockId) {
        return escalations.seeWhatIsDue(clockId);
    }

    /** Reminds the owner that the promise falls due soon, and moves the task up. */
    public void warnOwner(String clockId) {
        escalations.warn(clockId);
    }

    /** Writes the breach into the figures and the timeline, once, and tells owner and manager. */
    public void recordBreach(String clockId) {
        escalations.recordBreach(clockId);
    }

    /** Shows the lead as stuck in Cockpit, at the activity where it waits. */
    public void raiseIncident(String clockId) {
        escalations.raiseIncident(clockId);
    }

    /** Tells the managers that the promise is still broken. */
    public void copyManager(String clockId) {
        escalations.climb(clockId, Rung.COPY_MANAGER);
    }

    /** Gives the lead to the next rep, where it stands. */
    public void handToNextRep(String clockId) {
        escalations.climb(clockId, Rung.NEXT_REP);
    }

    /** Passes over the silent owner for a while: no new leads. */
    public void takeRepOffline(String clockId) {
        escalations.climb(clockId, Rung.REP_OFFLINE);
    }

    /** Asks sales operations to step in. */
    public void callSalesOperations(String clockId) {
        escalations.climb(clockId, Rung.SALES_OPERATIONS);
    }
}
