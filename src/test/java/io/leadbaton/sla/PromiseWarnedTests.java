package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import java.time.Instant;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class PromiseWarnedTests extends OwedPromise {

    private static final int USUAL_PRIORITY = 50;

    @Autowired
    SlaDates sla;

    @ParameterizedTest
    @MethodSource("io.leadbaton.sla.Owed#all")
    void remindsTheOwnerOnceAndLeavesTheLeadWhereItIs(Owed owed) {
        LeadId lead = owed.lead(scenario);
        SlaClock clock = clock(lead, owed);
        Instant warning = sla.nextMark(clock.id()).toInstant();

        scenario.livesUntil(lead, warning.minusSeconds(1));
        assertThat(now(clock).state()).isEqualTo(SlaClock.State.RUNNING);
        scenario.livesUntil(lead, warning);

        Mark first = clock.promise().marks().get(0);
        assertThat(first.isWarning()).isTrue();
        assertThat(reachedAt(clock, first)).isEqualTo(warning).isBetween(clock.startedAt(), clock.dueAt());
        assertThat(now(clock).state()).isEqualTo(SlaClock.State.WARNED);
        assertThat(story(clock)).containsExactly("clock-started", "clock-warned");
        assertThat(scenario.openTasks(lead))
                .isNotEmpty()
                .extracting(Task::getPriority)
                .allMatch(p -> p > USUAL_PRIORITY);
        assertThat(incidents(clock)).isEmpty();
        invariants.holdFor(lead);

        owed.isKept(scenario, lead);
        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MET);
        assertThat(story(clock)).containsExactly("clock-started", "clock-warned", "clock-met");
        invariants.holdFor(lead);
    }
}
