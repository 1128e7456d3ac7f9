package io.leadbaton.sla;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Climbs the ladder of a promise: warnings before its deadline, the breach, the rungs behind it. */
@Component
class Escalations {

    static final String NOTHING_YET = "nothing-yet";
    static final String OVER = "over";

    private final ClockRows rows;
    private final Reckoning reckoning;
    private final Watch watch;
    private final EscalationProcess process;
    private final StuckLeadProcess stuck;
    private final Clock clock;

    Escalations(
            ClockRows rows,
            Reckoning reckoning,
            Watch watch,
            EscalationProcess process,
            StuckLeadProcess stuck,
            Clock clock) {
        this.rows = rows;
        this.reckoning = reckoning;
        this.watch = watch;
        this.process = process;
        this.stuck = stuck;
        this.clock = clock;
    }

    /**
     * The lead's row first: a rep who keeps the promise at this very moment is waited for. A timer fires once: if somebody fired it
     * too early, the escalation waits in its place.
     */
    void markReached(String leadId, Clause clause) {
        rows.lock(leadId);
        rows.open(leadId, clause).filter(open -> open.escalation() == null).ifPresent(process::watch);
    }

    /** The name of the mark that is due, {@code warning} for all warnings; from now on it has been. */
    String seeWhatIsDue(String clockId) {
        Optional<SlaClock> open = open(clockId);
        return open.map(clock -> dueMark(clock).map(mark -> reach(clock, mark)).orElse(NOTHING_YET))
                .orElse(OVER);
    }

    private Optional<Mark> dueMark(SlaClock open) {
        return open.nextMark().filter(mark -> !reckoning.at(open, mark).isAfter(clock.instant()));
    }

    private String reach(SlaClock open, Mark mark) {
        rows.reach(open.id(), mark, clock.instant());
        return mark.isWarning() ? "warning" : mark.name();
    }

    void warn(String clockId) {
        open(clockId).ifPresent(watch::warn);
    }

    void recordBreach(String clockId) {
        open(clockId).ifPresent(watch::miss);
    }

    void raiseIncident(String clockId) {
        rows.find(clockId).filter(SlaClock::isOpen).ifPresent(stuck::leadIsStuck);
    }

    void climb(String clockId, Rung rung) {
        open(clockId).ifPresent(late -> watch.climb(late, rung));
    }

    private Optional<SlaClock> open(String clockId) {
        return rows.findLocked(clockId).filter(SlaClock::isOpen);
    }
}
