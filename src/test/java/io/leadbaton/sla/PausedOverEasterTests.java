package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each promise begins on the Thursday before Easter at 15:00 in Berlin, stands still two minutes later and runs on when the office
 * is open again, on Tuesday at 9:30. In between lie Good Friday, a weekend and Easter Monday.
 */
class PausedOverEasterTests extends OwedPromise {

    private static final Instant THURSDAY = Instant.parse("2030-04-18T13:00:00Z");
    private static final Instant AFTER_EASTER = Instant.parse("2030-04-23T07:30:00Z");

    @Autowired
    Clocks clocks;

    @Autowired
    TransactionTemplate transaction;

    /** The second attempt is planned four hours after the first: its time begins when the office is closed already. */
    @ParameterizedTest
    @CsvSource({
        "acceptance,      3 minutes:            1 left,                                      2030-04-23T07:31:00Z",
        "firstResponse,   5 minutes:            3 left,                                      2030-04-23T07:33:00Z",
        "processed,       24 hours:             2 minutes less from Tuesday 9:30 on,         2030-04-24T07:28:00Z",
        "nextAttempt,     4 business hours:     all of them left at 9:30,                    2030-04-23T11:30:00Z",
        "reply,           60 business minutes:  58 left at 9:30,                             2030-04-23T08:28:00Z",
        "disposition,     20 days: Tuesday from 9:30 then 19 without 1 May then 28 minutes,  2030-05-22T07:28:00Z",
        "qualification,   5 days:  Tuesday from 9:30 then 24 25 26 29 then 28 minutes,       2030-04-30T07:28:00Z",
        "opportunity,     2 days:  Tuesday from 9:30 then Wednesday then 28 minutes,         2030-04-25T07:28:00Z",
        "followUp,        10 days: 24 to 30 April and 2 to 7 May between the parts,          2030-05-08T07:28:00Z",
        "rejectionReview, 48 hours: 2 minutes less from Tuesday 9:30 on,                     2030-04-25T07:28:00Z"
    })
    void fallsDueAfterTheTimeThatWasLeft(String clause, String reckoning, Instant due) {
        ClockUtil.setCurrentTime(Date.from(THURSDAY));
        Owed owed = owed(clause);
        LeadId lead = owed.lead(scenario);
        SlaClock clock = clock(lead, owed);
        scenario.livesUntil(lead, ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(2)));

        standsStill(owed, lead);

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.PAUSED);
        assertThat(scenario.openTasks(lead)).extracting(Task::getDueDate).allMatch(Objects::isNull);
        invariants.holdFor(lead);

        scenario.livesUntil(lead, AFTER_EASTER);
        runsOn(owed, lead);

        assertThat(now(clock).dueAt()).as(reckoning).isEqualTo(due);
        invariants.holdFor(lead);

        scenario.livesUntil(lead, due.minusSeconds(1));
        assertThat(now(clock).isMissed()).isFalse();
        invariants.holdFor(lead);
        scenario.livesUntil(lead, due);
        assertThat(now(clock).isMissed()).isTrue();
        assertThat(reachedAt(clock, Mark.DEADLINE)).isEqualTo(due);
        invariants.holdFor(lead);
    }

    private static Owed owed(String clause) {
        return Owed.all().stream()
                .filter(owed -> owed.clause().wire().equals(clause))
                .findFirst()
                .orElseThrow();
    }

    private void standsStill(Owed owed, LeadId lead) {
        if (owed.onHold()) {
            scenario.hears(lead, new Signal(Signal.Type.HOLD, null, AFTER_EASTER, null, null));
        } else {
            transaction.executeWithoutResult(together -> clocks.pause(lead.value(), "on hold"));
        }
    }

    private void runsOn(Owed owed, LeadId lead) {
        if (!owed.onHold()) {
            transaction.executeWithoutResult(together -> clocks.resume(lead.value()));
        }
    }
}
