package io.leadbaton.sla;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
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

    /** The name of the mark that is due, {@code warning} for all warnings. */
    String seeWhatIsDue(String clockId) {
        Optional<SlaClock> open = locked(clockId).filter(SlaClock::isOpen);
        return open.map(clock -> dueMark(clock).map(Escalations::step).orElse(NOTHING_YET))
                .orElse(OVER);
    }

    void warn(String clockId) {
        atDueMark(clockId, watch::warn);
    }

    void recordBreach(String clockId) {
        atDueMark(clockId, (late, mark) -> watch.miss(late));
    }

    void raiseIncident(String clockId) {
        rows.find(clockId).filter(SlaClock::isOpen).ifPresent(stuck::leadIsStuck);
    }

    void climb(String clockId) {
        atDueMark(clockId, watch::climb);
    }

    private void atDueMark(String clockId, BiConsumer<SlaClock, Mark> happening) {
        locked(clockId)
                .filter(SlaClock::isOpen)
                .ifPresent(open -> dueMark(open).ifPresent(mark -> happening.accept(open, mark)));
    }

    private Optional<SlaClock> locked(String clockId) {
        Optional<SlaClock> found = rows.find(clockId);
        found.ifPresent(clock -> rows.lock(clock.leadId()));
        return found.flatMap(clock -> rows.find(clockId));
    }

    private Optional<Mark> dueMark(SlaClock open) {
        return open.nextMark().filter(mark -> !reckoning.at(open, mark).isAfter(clock.instant()));
    }

    private static String step(Mark mark) {
        return mark.isWarning() ? "warning" : mark.name();
    }
}
