package io.leadbaton.sla;

import java.util.Objects;
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
        change(before, reckoning.again(before), "version %d of the calendar %s");
    }

    /** Counts the clock from its start in the hours of the team that has the lead now. */
    void inHoursOfItsTeam(SlaClock before) {
        Reckoned anew = reckoning.inHoursOfItsTeam(before);
        if (!Objects.equals(anew.calendarId(), before.calendarId())) {
            change(before, anew, "the hours of the lead's team, version %d of the calendar %s");
        }
    }

    private void change(SlaClock before, Reckoned anew, String why) {
        rows.recount(before.id(), anew);
        // Also with the deadline it had, warnings and rungs may come at other times.
        publisher.publishEvent(new ClockMoved(
                before.id(),
                before.leadId(),
                before.clause(),
                before.dueAt(),
                anew.due(),
                why.formatted(anew.calendarVersion(), anew.calendarId())));
    }
}
