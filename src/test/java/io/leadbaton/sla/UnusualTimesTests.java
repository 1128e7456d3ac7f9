package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Timers that fire too early, too late or together: nothing is forgotten, nothing happens twice. */
class UnusualTimesTests extends OwedPromise {

    private static final Owed RESPONSE = owed(Clause.FIRST_RESPONSE);
    private static final Owed ACCEPTANCE = owed(Clause.ACCEPTANCE);

    @Autowired
    Clocks clocks;

    @Autowired
    Explanations explanations;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void watchesOnWhenSomebodyFiresATimerByHandTooEarly() {
        LeadId lead = RESPONSE.lead(scenario);
        SlaClock clock = clock(lead, RESPONSE);

        management.executeJob(scenario.timer(lead, "firstResponseDue").getId());

        assertThat(story(clock)).containsExactly("clock-started");
        invariants.holdFor(lead);
        scenario.livesUntil(lead, clock.dueAt());
        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MISSED);
        invariants.holdFor(lead);
    }

    /** Days of unequal length give deadlines between two milliseconds; the engine's dates know none. */
    @Test
    void firesNoTimerAFractionOfAMillisecondTooEarly() {
        LeadId lead = RESPONSE.lead(scenario);
        SlaClock clock = clock(lead, RESPONSE);
        jdbc.sql(
                        "update leadbaton.sla_clock set warnings = '{}', due_at = due_at + interval '400 microseconds' where id = ?")
                .param(clock.id())
                .update();
        management.recalculateJobDuedate(
                scenario.timer(lead, "firstResponseDue").getId(), false);

        scenario.livesUntil(lead, clock.dueAt().plusMillis(1));

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MISSED);
        assertThat(reachedAt(clock, Mark.DEADLINE)).isAfterOrEqualTo(now(clock).dueAt());
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acceptanceDue", "its escalation"})
    void writesOneBreachWhicheverOfTwoTimersComesFirst(String first) {
        LeadId lead = ACCEPTANCE.lead(scenario);
        SlaClock clock = clock(lead, ACCEPTANCE);
        scenario.livesUntil(lead, clock.dueAt().minusSeconds(1));
        ClockUtil.setCurrentTime(Date.from(clock.dueAt()));

        if (first.equals("acceptanceDue")) {
            scenario.fires(lead, "acceptanceDue");
        } else {
            scenario.nextMarkComes(lead, "acceptance");
            assertThat(now(clock).isOpen()).isTrue();
            invariants.holdFor(lead);
        }
        scenario.livesUntil(lead, clock.dueAt());

        assertThat(story(clock)).containsExactly("clock-started", "clock-warned", "clock-missed");
        assertThat(now(clock).isOpen()).isFalse();
        invariants.holdFor(lead);
    }

    @Test
    void givesNoReminderWhenTheServiceWasDownUntilTheDeadlineHadPassed() {
        LeadId lead = RESPONSE.lead(scenario);
        SlaClock clock = clock(lead, RESPONSE);
        ClockUtil.setCurrentTime(Date.from(clock.dueAt().plusSeconds(30)));

        scenario.livesUntil(lead, clock.dueAt().plusSeconds(30));

        assertThat(story(clock)).containsExactly("clock-started", "clock-missed");
        invariants.holdFor(lead);
    }

    @Test
    void staysBrokenWhenTheLeadIsPutOnHoldBeforeTheTimerFired() {
        LeadId lead = RESPONSE.lead(scenario);
        SlaClock clock = clock(lead, RESPONSE);
        ClockUtil.setCurrentTime(Date.from(clock.dueAt().plusSeconds(2)));
        inOneGo(() -> clocks.pause(lead.value(), "on hold"));

        RESPONSE.isKept(scenario, lead);

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MISSED);
        invariants.holdFor(lead);
    }

    @Test
    void takesTheWordBackWhenThePromiseIsKeptLateButBeforeTheTimerFired() {
        LeadId lead = RESPONSE.lead(scenario);
        SlaClock clock = clock(lead, RESPONSE);
        ClockUtil.setCurrentTime(Date.from(clock.dueAt().plusSeconds(2)));

        RESPONSE.isKept(scenario, lead);

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MISSED);
        assertThat(story(clock)).containsExactly("clock-started", "clock-missed");
        assertThat(notices(lead)).isEmpty();
        invariants.holdFor(lead);
    }

    @Test
    void takesAPromiseThatNobodyLivesToSeeForOneThatIsNeverDue() {
        LeadId lead = RESPONSE.lead(scenario);

        inOneGo(() -> promise(lead, Map.of("target", 9_000, "unit", "businessDays", "calendar", "team")));

        SlaClock clock = clock(lead, RESPONSE);
        assertThat(clock.dueAt()).isAfter(TUESDAY.plus(Duration.ofDays(36_500)));
        assertThat(explanations.of(clock.id()).because()).isNotBlank();
        invariants.holdFor(lead);
    }

    @Test
    void climbsALadderInOneGoWhenTheServiceWasDownUntilItsEnd() {
        Owed reply = owed(Clause.REPLY);
        LeadId lead = reply.lead(scenario);
        SlaClock first = clock(lead, reply);
        ClockUtil.setCurrentTime(Date.from(first.startedAt().plus(Duration.ofDays(1))));

        scenario.fires(lead, "replyDue");

        assertThat(story(first)).containsExactly("clock-started", "clock-missed");
        assertThat(clock(lead, reply).round()).isEqualTo(2);
        assertThat(incidents(first)).isEmpty();
        scenario.livesUntil(lead, clock(lead, reply).dueAt());
        assertThat(clock(lead, reply).state()).isEqualTo(SlaClock.State.MISSED);
        invariants.holdFor(lead);
    }

    @Test
    void leavesATimerAsTheHoldLeftItThatCameAtTheSameMoment() throws Exception {
        LeadId lead = RESPONSE.lead(scenario);
        Job timer = scenario.timer(lead, "firstResponseDue");
        ClockUtil.setCurrentTime(timer.getDuedate());

        CompletableFuture<Void> fired = transaction.execute(together -> {
            jdbc.sql("select id from leadbaton.lead where id = ? for update")
                    .param(lead.value())
                    .query()
                    .singleRow();
            CompletableFuture<Void> firing = CompletableFuture.runAsync(() -> management.executeJob(timer.getId()));
            await().until(this::somebodyWaits);
            clocks.pause(lead.value(), "on hold");
            return firing;
        });

        assertThatThrownBy(fired::get).hasCauseInstanceOf(OptimisticLockingException.class);
        invariants.holdFor(lead);
        assertThat(scenario.timer(lead, "firstResponseDue").getRetries()).isEqualTo(timer.getRetries());
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void watchesASecondReplyWhenTheTimerOfTheFirstIsUsedUp() {
        Owed reply = owed(Clause.REPLY);
        LeadId lead = reply.lead(scenario);
        SlaClock first = clock(lead, reply);
        scenario.livesUntil(lead, first.dueAt());
        inOneGo(() -> clocks.close(lead.value(), Clause.REPLY, "answered by mail"));
        invariants.holdFor(lead);

        scenario.hears(lead, Signal.Type.REPLIED);

        SlaClock second = clock(lead, reply);
        assertThat(second.id()).isNotEqualTo(first.id());
        invariants.holdFor(lead);
        scenario.livesUntil(lead, second.dueAt());
        assertThat(story(second)).contains("clock-warned", "clock-missed");
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50, 80"})
    void isOverOnceItIsBrokenWhenThePolicyTimesItNoLonger(String warnings) {
        LeadId lead = RESPONSE.lead(scenario);
        inOneGo(() -> promise(lead, Map.of("warnings", warnings, "keepTiming", false)));
        SlaClock clock = clock(lead, RESPONSE);
        invariants.holdFor(lead);

        scenario.livesUntil(lead, clock.dueAt());

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MISSED);
        assertThat(now(clock).isOpen()).isFalse();
        assertThat(story(clock)).endsWith("clock-missed").containsOnlyOnce("clock-missed");
        assertThat(notices(lead)).contains("Overdue: first response.");
        invariants.holdFor(lead);
        scenario.livesUntil(lead, clock.dueAt().plus(Duration.ofHours(3)));
        invariants.holdFor(lead);
    }

    /** Watches the first response anew, for five minutes with the changes given. */
    private void promise(LeadId lead, Map<String, Object> changes) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "clause",
                "firstResponse",
                "target",
                5,
                "unit",
                "minutes",
                "calendar",
                "none",
                "warnings",
                "",
                "ladder",
                "",
                "keepTiming",
                true));
        row.putAll(changes);
        clocks.promise(lead.value(), List.of(row));
        clocks.startInPlace(lead.value(), Clause.FIRST_RESPONSE, null);
    }

    private List<String> notices(LeadId lead) {
        return jdbc.sql(
                        "select text from leadbaton.notice where lead_id = ? and for_group = 'sales-manager' and done_at is null")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private static Owed owed(Clause clause) {
        return Owed.all().stream()
                .filter(owed -> owed.clause() == clause)
                .findFirst()
                .orElseThrow();
    }

    private void inOneGo(Runnable work) {
        transaction.executeWithoutResult(together -> work.run());
    }
}
