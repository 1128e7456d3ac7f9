package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromiseKeptTests extends OwedPromise {

    @ParameterizedTest
    @MethodSource("io.leadbaton.sla.Owed#all")
    void isSettledAndBothersNobodyAnyMore(Owed owed) {
        LeadId lead = owed.lead(scenario);
        SlaClock clock = clock(lead, owed);
        invariants.holdFor(lead);

        owed.isKept(scenario, lead);

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MET);
        assertThat(now(clock).isOpen()).isFalse();
        invariants.holdFor(lead);
        scenario.livesUntil(lead, clock.dueAt().plus(Duration.ofHours(1)));
        assertThat(story(clock)).containsExactly("clock-started", "clock-met");
        assertThat(now(clock).escalation()).isNull();
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @MethodSource("io.leadbaton.sla.Owed#all")
    void isInTimeInTheLastSecond(Owed owed) {
        LeadId lead = owed.lead(scenario);
        SlaClock clock = clock(lead, owed);

        scenario.livesUntil(lead, clock.dueAt().minusSeconds(1));
        owed.isKept(scenario, lead);

        assertThat(now(clock).state()).isEqualTo(SlaClock.State.MET);
        assertThat(story(clock)).startsWith("clock-started", "clock-warned").endsWith("clock-met");
        invariants.holdFor(lead);
    }
}
