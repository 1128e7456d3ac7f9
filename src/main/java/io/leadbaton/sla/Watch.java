package io.leadbaton.sla;

import static io.leadbaton.sla.SlaClock.State.MET;
import static io.leadbaton.sla.SlaClock.State.MISSED;

import io.leadbaton.sla.ClockRows.Settled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
                finish(List.of(settled(late, MISSED)), "time is up", true);
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

    /** The promises were kept, in time or late. */
    void keep(List<SlaClock> open) {
        end(
                open.stream()
                        .map(kept -> settled(kept, wasLate(kept) ? MISSED : MET))
                        .toList(),
                "kept",
                true);
    }

    private boolean wasLate(SlaClock kept) {
        return kept.isMissed() || kept.ranUntil(clock.instant()).isAfter(kept.dueAt());
    }

    /** The promises became pointless; one that is overdue by now counts as missed. */
    void abandon(List<SlaClock> open, String why, boolean leadGoesOn) {
        Instant now = clock.instant();
        end(
                open.stream()
                        .map(vain -> settled(vain, vain.isOverdue(now) ? MISSED : vain.state()))
                        .toList(),
                why,
                leadGoesOn);
    }

    void excuse(SlaClock late) {
        finish(List.of(settled(late, SlaClock.State.EXCUSED)), "excused", true);
    }

    private void end(List<Settled> ending, String why, boolean leadGoesOn) {
        ending.stream()
                .filter(settled -> settled.as() == MISSED)
                .map(Settled::clock)
                .forEach(late -> rows.breakPromise(late.id(), clock.instant())
                        .ifPresent(answering -> tellBreach(late, answering)));
        finish(ending, why, leadGoesOn);
    }

    private Settled settled(SlaClock open, SlaClock.State as) {
        Instant now = clock.instant();
        return new Settled(
                open,
                as,
                Math.max(0, Duration.between(open.startedAt(), now).toSeconds()),
                reckoning.counted(open, now).toSeconds());
    }

    private void finish(List<Settled> ended, String why, boolean leadGoesOn) {
        rows.close(ended, why, clock.instant());
        ended.forEach(settled -> publisher.publishEvent(new ClockClosed(
                settled.clock().id(),
                settled.clock().leadId(),
                settled.clock().clause(),
                settled.as() == MET,
                why,
                leadGoesOn,
                settled.clock().escalation())));
    }
}
