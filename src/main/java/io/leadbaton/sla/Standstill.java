package io.leadbaton.sla;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stops clocks and lets them run on with the time they had left, once nothing stops them any longer. */
@Component
class Standstill {

    private final ClockRows rows;
    private final Pauses pauses;
    private final Reckoning reckoning;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Standstill(ClockRows rows, Pauses pauses, Reckoning reckoning, ApplicationEventPublisher publisher, Clock clock) {
        this.rows = rows;
        this.pauses = pauses;
        this.reckoning = reckoning;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Stops these clocks of one lead; the ladders of broken promises stand still too. */
    void begin(String leadId, List<SlaClock> open, Pauses.Cause cause, String why) {
        open.forEach(each -> stop(each, cause, why));
        if (open.stream().anyMatch(each -> !each.standsStill())) {
            publisher.publishEvent(new ClocksMoved(leadId, true, why));
        }
    }

    void stop(SlaClock open, Pauses.Cause cause, String why) {
        pauses.begin(open.id(), cause, why, clock.instant());
        if (!open.isMissed()) {
            rows.state(open.id(), SlaClock.State.PAUSED);
        }
    }

    /** Ends one cause; the clocks that another one stops stand still on. */
    void end(String leadId, List<SlaClock> open, Pauses.Cause cause, String why) {
        List<SlaClock> stopped = open.stream().filter(SlaClock::standsStill).toList();
        stopped.forEach(each -> pauses.end(each.id(), cause, clock.instant()));
        List<SlaClock> free = stopped.stream()
                .flatMap(each -> rows.find(each.id()).stream())
                .filter(each -> !each.standsStill())
                .toList();
        free.forEach(this::runOn);
        if (!free.isEmpty()) {
            publisher.publishEvent(new ClocksMoved(leadId, false, why));
        }
    }

    private void runOn(SlaClock free) {
        if (!free.isMissed()) {
            rows.state(free.id(), free.warnedAtPercent() > 0 ? SlaClock.State.WARNED : SlaClock.State.RUNNING);
            rows.recount(free.id(), reckoning.again(free));
        }
    }
}
