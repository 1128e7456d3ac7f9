package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A rep completes a task at the very moment at which a timer of its promise fires, and never notices. */
class RepAgainstTimerIT extends OwedPromise {

    private static final int RACES = 200;

    private final ExecutorService hands = Executors.newFixedThreadPool(2);

    @Autowired
    SlaDates sla;

    @Autowired
    ManagementService management;

    @AfterEach
    void nobodyRunsAnyMore() {
        hands.shutdown();
    }

    @Test
    void completesTwoHundredTimesWhileAReminderFallsDue() throws Exception {
        for (int race = 0; race < RACES; race++) {
            run(race, false);
        }
    }

    @Test
    void completesWhileTheLadderIsClimbed() throws Exception {
        for (int race = 0; race < RACES / 4; race++) {
            run(race, true);
        }
    }

    private void run(int race, boolean onTheLadder) throws Exception {
        theClockStandsStill();
        Owed owed = Owed.all().get(race % Owed.all().size());
        LeadId lead = owed.lead(scenario);
        SlaClock clock = clock(lead, owed);
        if (onTheLadder) {
            scenario.livesUntil(lead, sla.nextMark(clock.id()).toInstant());
        }
        Instant mark = sla.nextMark(clock.id()).toInstant();
        scenario.livesUntil(lead, mark.minusSeconds(1));
        Job timer = timer(lead, owed, now(clock));
        ClockUtil.setCurrentTime(Date.from(mark));

        CyclicBarrier start = new CyclicBarrier(2);
        Future<@Nullable Throwable> rep = hands.submit(at(start, () -> owed.isKept(scenario, lead)));
        Future<@Nullable Throwable> reminder = hands.submit(at(start, () -> management.executeJob(timer.getId())));

        assertThat(rep.get()).as("race %d, %s", race, owed).isNull();
        assertThat(reminder.get())
                .matches(
                        loser -> loser == null || loser instanceof OptimisticLockingException || isGone(loser), "lost");
        assertThat(now(clock).isOpen()).isFalse();
        scenario.livesUntil(lead, mark);
        invariants.holdFor(lead);
        scenario.hears(lead, Signal.Type.OPTED_OUT);
        everybodyComesBack();
    }

    /** The rep was done before the timer found its job, or the place it stood at. */
    private static boolean isGone(Throwable loser) {
        return loser instanceof NullValueException
                || String.valueOf(loser.getMessage()).contains("No job found");
    }

    private Job timer(LeadId lead, Owed owed, SlaClock clock) {
        return Optional.ofNullable(clock.escalation())
                .map(escalation -> management
                        .createJobQuery()
                        .processInstanceId(escalation)
                        .timers()
                        .singleResult())
                .orElseGet(() ->
                        scenario.timer(lead, owed.clause() == Clause.ACCEPTANCE ? "acceptanceNears" : owed + "Due"));
    }

    private static Callable<@Nullable Throwable> at(CyclicBarrier start, Runnable work) {
        return () -> {
            start.await();
            try {
                work.run();
                return null;
            } catch (RuntimeException failure) {
                return failure;
            }
        };
    }
}
