package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class PromiseMissedTests extends OwedPromise {

    @Autowired
    Excuses excuses;

    @ParameterizedTest
    @MethodSource("io.leadbaton.sla.Owed#all")
    void isBrokenAtItsDeadlineAndStaysSoWhenItIsKeptLate(Owed owed) {
        LeadId lead = owed.lead(scenario);
        SlaClock clock = missed(lead, owed);

        assertThat(now(clock).isOpen()).isNotEqualTo(owed.endsAtItsDeadline());
        assertThat(incidents(clock)).hasSize(owed.endsAtItsDeadline() ? 0 : 1);
        assertThat(incidents(clock)).extracting(Incident::getActivityId).allMatch(scenario.waitsAt(lead)::contains);
        invariants.holdFor(lead);

        owed.isKept(scenario, lead);
        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MISSED);
        assertThat(now(clock).isOpen()).isFalse();
        assertThat(incidents(clock)).isEmpty();
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @MethodSource("io.leadbaton.sla.Owed#all")
    void isLookedAfterToTheEndOfItsLadder(Owed owed) {
        LeadId lead = owed.lead(scenario);
        SlaClock clock = missed(lead, owed);
        Duration promised = Duration.between(clock.startedAt(), clock.dueAt());

        scenario.livesUntil(lead, clock.startedAt().plus(promised.multipliedBy(5)));

        List<String> rungs = clock.promise().marks().stream().map(Mark::name).toList();
        assertThat(now(clock).reached()).containsExactlyInAnyOrderElementsOf(rungs);
        assertThat(story(clock)).containsOnlyOnce("clock-missed");
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @MethodSource("io.leadbaton.sla.Owed#all")
    void isLeftAloneOnceItIsExcused(Owed owed) {
        LeadId lead = owed.lead(scenario);
        SlaClock clock = missed(lead, owed);

        excuses.excuse(clock.id(), "The phones were down");

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.EXCUSED);
        assertThat(now(clock).isOpen()).isFalse();
        assertThat(incidents(clock)).isEmpty();
        assertThat(story(clock)).contains("clock-missed").endsWith("clock-excused");
        invariants.holdFor(lead);

        List<String> told = story(clock);
        owed.isKept(scenario, lead);
        assertThat(now(clock).state()).isEqualTo(SlaClock.State.EXCUSED);
        assertThat(story(clock)).isEqualTo(told);
        invariants.holdFor(lead);
    }

    /** Nobody does anything until the deadline has passed. */
    private SlaClock missed(LeadId lead, Owed owed) {
        SlaClock clock = clock(lead, owed);
        Instant due = clock.dueAt();

        scenario.livesUntil(lead, due);

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MISSED);
        assertThat(reachedAt(clock, Mark.DEADLINE)).isEqualTo(due);
        assertThat(story(clock)).containsOnlyOnce("clock-missed");
        return clock;
    }
}
