package io.leadbaton.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Starts and stops the clocks of a lead as its story goes on: at most one open per clause. */
@Component
public class Clocks {

    private final ClockRows rows;
    private final Promises promises;
    private final Reckoning reckoning;
    private final Watch watch;
    private final Standstill standstill;
    private final EscalationProcess escalation;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Clocks(
            ClockRows rows,
            Promises promises,
            Reckoning reckoning,
            Watch watch,
            Standstill standstill,
            EscalationProcess escalation,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.rows = rows;
        this.promises = promises;
        this.reckoning = reckoning;
        this.watch = watch;
        this.standstill = standstill;
        this.escalation = escalation;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Keeps what the policy promises for a lead; clocks that run already are not changed by it. */
    public void promise(String leadId, List<? extends Map<String, ?>> decided) {
        promises.keep(leadId, decided);
    }

    /** Watches the clause from now on for this owner; an open clock of an earlier round is closed. */
    public void start(String leadId, Clause clause, @Nullable String owner) {
        start(leadId, clause, owner, clock.instant());
    }

    /** As {@link #start(String, Clause, String)}, but a clock that runs is kept. */
    public void startUnlessRunning(String leadId, Clause clause, @Nullable String owner) {
        if (open(leadId, clause::equals).isEmpty()) {
            start(leadId, clause, owner);
        }
    }

    /** As {@link #start(String, Clause, String)}, counted from an instant that may lie in the past or the future. */
    public void start(String leadId, Clause clause, @Nullable String owner, Instant from) {
        close(leadId, clause, "next round");
        promises.find(leadId, clause).ifPresent(promise -> start(add(leadId, promise, owner, from), false));
    }

    /** As {@link #start(String, Clause, String)} for a lead that stays where it is: no diagram sets a timer for the clock. */
    public void startInPlace(String leadId, Clause clause, @Nullable String owner) {
        close(leadId, clause, "next round");
        promises.find(leadId, clause).ifPresent(promise -> start(add(leadId, promise, owner, clock.instant()), true));
    }

    SlaClock add(String leadId, Promise promise, @Nullable String owner, Instant from) {
        return rows.add(leadId, promise, owner, from, reckoning.due(promise, leadId, owner, from));
    }

    void start(SlaClock added, boolean inPlace) {
        publisher.publishEvent(
                new ClockStarted(added.id(), added.leadId(), added.clause(), added.owner(), added.dueAt(), inPlace));
    }

    /** Whether a clock of the clause is open for the lead. */
    public boolean runs(String leadId, Clause clause) {
        return rows.open(leadId, clause).isPresent();
    }

    /** The promises were kept, in time or late. A clause without an open clock is passed over. */
    public void keep(String leadId, Clause... clauses) {
        List<Clause> kept = List.of(clauses);
        watch.keep(open(leadId, kept::contains));
    }

    /** The promise became pointless, for the reason given; one that is overdue by now counts as missed. */
    public void close(String leadId, Clause clause, String why) {
        watch.abandon(open(leadId, clause::equals), why, true);
    }

    private List<SlaClock> open(String leadId, Predicate<Clause> about) {
        return rows.openToChange(leadId).stream()
                .filter(open -> about.test(open.clause()))
                .toList();
    }

    /** The ladders that are being climbed for a lead go on as the version of the policy draws them that the lead goes by now. */
    public void watchAnew(String leadId) {
        rows.openToChange(leadId).stream()
                .filter(open -> open.escalation() != null)
                .forEach(escalation::watchAnew);
    }

    /** All work on the lead ends: no promise to it is watched any longer. */
    public void closeAll(String leadId, String why) {
        watch.abandon(rows.openToChange(leadId), why, false);
    }

    /** Stops every open clock of a lead until {@link #resume}; the ladders of broken promises stand still too. */
    public void pause(String leadId, String why) {
        standstill.begin(leadId, rows.openToChange(leadId), Pauses.Cause.HOLD, why);
    }

    /** Lets the clocks of a lead that was on hold run on with the time they had left, unless their owner is away. */
    public void resume(String leadId) {
        standstill.end(leadId, rows.openToChange(leadId), Pauses.Cause.HOLD, "no longer on hold");
    }
}
