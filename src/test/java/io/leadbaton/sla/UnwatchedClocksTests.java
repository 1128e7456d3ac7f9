package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import io.leadbaton.security.Visitor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What was promised is looked after also where the timer is gone, and owners hear of it. */
class UnwatchedClocksTests extends OwedPromise {

    private static final Duration LATE = Duration.ofSeconds(61);

    @LocalServerPort
    int port;

    @Autowired
    UnwatchedClocks unwatched;

    @Autowired
    SlaDates sla;

    @Autowired
    Clocks clocks;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @MethodSource("io.leadbaton.sla.Owed#all")
    void areEscalatedAllTheSame(Owed owed) {
        LeadId lead = owed.lead(scenario);
        SlaClock clock = clock(lead, owed);
        double before = counted();
        management.deleteJob(timer(lead, owed).getId());

        scenario.livesUntil(lead, firstMark(clock).plus(LATE));
        assertThat(now(clock).escalation()).isNull();
        unwatched.escalate();

        assertThat(now(clock).escalation()).isNotNull();
        assertThat(now(clock).isPressing()).isTrue();
        assertThat(toldOf()).containsExactly(clock.id());
        assertThat(counted()).isEqualTo(before + 1);
        invariants.holdFor(lead);

        unwatched.escalate();
        scenario.livesUntil(lead, clock.dueAt().plus(LATE));

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MISSED);
        assertThat(story(clock)).containsOnlyOnce("clock-missed");
        assertThat(counted()).isEqualTo(before + 1);
        invariants.holdFor(lead);

        endOf(lead);
        assertThat(toldOf()).isEmpty();
    }

    /** What may have become of a timer that does not fire. */
    enum Fate {
        FAILED,
        SUSPENDED
    }

    @ParameterizedTest
    @EnumSource
    void areThoseWhoseTimerCannotFire(Fate fate) {
        LeadId lead = of(Clause.QUALIFICATION).lead(scenario);
        SlaClock clock = clock(lead, of(Clause.QUALIFICATION));
        String timer = timer(lead, of(Clause.QUALIFICATION)).getId();
        switch (fate) {
            case FAILED -> management.setJobRetries(timer, 0);
            case SUSPENDED -> management.suspendJobById(timer);
        }

        ClockUtil.setCurrentTime(Date.from(firstMark(clock).plus(LATE)));
        unwatched.escalate();

        assertThat(now(clock).escalation()).isNotNull();
        endOf(lead);
    }

    @Test
    void areNotThoseWhoseTimerIsOnlyLate() {
        LeadId lead = of(Clause.QUALIFICATION).lead(scenario);
        SlaClock clock = clock(lead, of(Clause.QUALIFICATION));

        ClockUtil.setCurrentTime(Date.from(firstMark(clock).plus(Duration.ofHours(1))));
        unwatched.escalate();

        assertThat(now(clock).escalation()).isNull();
        scenario.fires(lead, "qualificationDue");
        assertThat(now(clock).escalation()).isNotNull();
        assertThat(toldOf()).isEmpty();
        endOf(lead);
    }

    @Test
    void areNotThoseWhoseMarkHasJustCome() {
        LeadId lead = of(Clause.QUALIFICATION).lead(scenario);
        SlaClock clock = clock(lead, of(Clause.QUALIFICATION));
        management.deleteJob(timer(lead, of(Clause.QUALIFICATION)).getId());

        ClockUtil.setCurrentTime(Date.from(firstMark(clock).plusSeconds(59)));
        unwatched.escalate();

        assertThat(now(clock).escalation()).isNull();
        endOf(lead);
    }

    @Test
    void areNotThoseThatStandStill() {
        LeadId lead = of(Clause.DISPOSITION).lead(scenario);
        SlaClock clock = clock(lead, of(Clause.DISPOSITION));
        Instant mark = firstMark(clock);
        transaction.executeWithoutResult(status -> clocks.pause(lead.value(), "on hold"));

        ClockUtil.setCurrentTime(Date.from(mark.plus(Duration.ofDays(30))));
        unwatched.escalate();

        assertThat(now(clock).escalation()).isNull();
        endOf(lead);
    }

    @Test
    void areShownToWhoeverCanMendIt() {
        LeadId lead = of(Clause.QUALIFICATION).lead(scenario);
        management.deleteJob(timer(lead, of(Clause.QUALIFICATION)).getId());
        ClockUtil.setCurrentTime(
                Date.from(firstMark(clock(lead, of(Clause.QUALIFICATION))).plus(LATE)));
        unwatched.escalate();

        for (String user : List.of("owner1", "operations1", "manager1", "admin")) {
            assertThat(home(user)).as(user).contains("ran without a timer", "/leads/" + lead.value());
        }
        assertThat(home("rep1")).doesNotContain("ran without a timer");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "nurture"));
        assertThat(home("owner1")).doesNotContain("ran without a timer");
        endOf(lead);
    }

    private String home(String user) {
        return Visitor.loggedIn(port, user).get("/").body();
    }

    private Job timer(LeadId lead, Owed owed) {
        return scenario.timer(
                lead,
                owed.clause() == Clause.ACCEPTANCE
                        ? "acceptanceNears"
                        : owed.clause().wire() + "Due");
    }

    private Instant firstMark(SlaClock clock) {
        return sla.nextMark(clock.id()).toInstant();
    }

    private double counted() {
        return meters.get("leadbaton.clocks.unwatched").counter().count();
    }

    /** Clocks that are still open and were found. */
    private List<String> toldOf() {
        return jdbc.sql("select id from leadbaton.sla_clock where unwatched_at is not null and closed_at is null")
                .query(String.class)
                .list();
    }

    private void endOf(LeadId lead) {
        transaction.executeWithoutResult(status -> clocks.closeAll(lead.value(), "test"));
    }

    private static Owed of(Clause clause) {
        return Owed.all().stream()
                .filter(owed -> owed.clause() == clause)
                .findFirst()
                .orElseThrow();
    }
}
