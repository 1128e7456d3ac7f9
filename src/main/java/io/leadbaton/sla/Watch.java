package io.leadbaton.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens to one clock while it is watched: each thing once, however often it is reported. */
@Component
class Watch {

    private final ClockRows rows;
    private final Reckoning reckoning;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Watch(ClockRows rows, Reckoning reckoning, ApplicationEventPublisher publisher, Clock clock) {
        this.rows = rows;
        this.reckoning = reckoning;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A warning that comes after the deadline, because nobody was there to give it, is passed over. */
    void warn(SlaClock open) {
        if (!open.isOverdue(clock.instant())) {
            rows.state(open.id(), SlaClock.State.WARNED);
            publisher.publishEvent(new ClockWarned(
                    open.id(), open.leadId(), open.clause(), open.owner(), open.dueAt(), open.warnedAtPercent()));
        }
    }

    /** Writes the breach; a promise that ends with it is not watched any longer. */
    void miss(SlaClock late) {
        rows.breakPromise(late.id(), clock.instant()).ifPresent(answering -> {
            if (!late.promise().keepTiming()) {
                // First, because what is told of a promise is taken back when its watch ends.
                finish(late, SlaClock.State.MISSED, "time is up", true);
            }
            tellBreach(late, answering);
        });
    }

    private void tellBreach(SlaClock late, ClockRows.Answering answering) {
        publisher.publishEvent(
                new ClockMissed(late.id(), late.leadId(), late.clause(), answering.owner(), late.dueAt()));
    }

    void climb(SlaClock late, Rung rung) {
        publisher.publishEvent(new RungReached(late.id(), late.leadId(), late.clause(), rung, late.owner()));
    }

    /** The promise was kept, in time or late. */
    void keep(SlaClock open) {
        boolean late = open.isMissed() || open.ranUntil(clock.instant()).isAfter(open.dueAt());
        end(open, late ? SlaClock.State.MISSED : SlaClock.State.MET, "kept", true);
    }

    /** The promise became pointless; one that is overdue by now counts as missed. */
    void abandon(SlaClock open, String why, boolean leadGoesOn) {
        end(open, open.isOverdue(clock.instant()) ? SlaClock.State.MISSED : open.state(), why, leadGoesOn);
    }

    void excuse(SlaClock late) {
        finish(late, SlaClock.State.EXCUSED, "excused", true);
    }

    private void end(SlaClock open, SlaClock.State state, String why, boolean leadGoesOn) {
        if (state == SlaClock.State.MISSED) {
            rows.breakPromise(open.id(), clock.instant()).ifPresent(answering -> tellBreach(open, answering));
        }
        finish(open, state, why, leadGoesOn);
    }

    private void finish(SlaClock open, SlaClock.State state, String why, boolean leadGoesOn) {
        Instant now = clock.instant();
        Duration wall = Duration.between(open.startedAt(), now);
        rows.close(
                open.id(),
                state,
                why,
                now,
                Math.max(0, wall.toSeconds()),
                reckoning.counted(open, now).toSeconds());
        publisher.publishEvent(new ClockClosed(
                open.id(),
                open.leadId(),
                open.clause(),
                state == SlaClock.State.MET,
                why,
                leadGoesOn,
                open.escalation()));
    }
}
