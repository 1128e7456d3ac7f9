package io.leadbaton.sla;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the running clocks of a lead the deadlines that the newest versions of their calendars ask for. */
@Component
class Recount {

    private final ClockRows rows;
    private final Reckoning reckoning;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;

    Recount(ClockRows rows, Reckoning reckoning, TransactionTemplate transaction, ApplicationEventPublisher publisher) {
        this.rows = rows;
        this.reckoning = reckoning;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /** Small steps: a person who works the lead meanwhile waits for no other lead. */
    void of(String leadId) {
        transaction.executeWithoutResult(status -> {
            rows.lock(leadId);
            rows.countingOldHours(leadId).forEach(this::again);
        });
    }

    private void again(SlaClock before) {
        rows.recount(before.id(), reckoning.again(before));
        // Also with the deadline it had, warnings and rungs may come at other times.
        rows.find(before.id()).ifPresent(after -> publisher.publishEvent(moved(before, after)));
    }

    private static ClockMoved moved(SlaClock before, SlaClock after) {
        return new ClockMoved(
                after.id(),
                after.leadId(),
                after.clause(),
                before.dueAt(),
                after.dueAt(),
                "version %d of the calendar %s".formatted(after.calendarVersion(), after.calendarId()));
    }
}
