package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What was promised is owed by the next owner, with its full time, and watched as it was before. */
class HandedOverPromiseTests extends OwedPromise {

    @Autowired
    Clocks clocks;

    @Autowired
    Handovers handovers;

    @Autowired
    SlaDates sla;

    @Autowired
    TransactionTemplate transaction;

    static Stream<Arguments> everyPromiseAtEveryAge() {
        return Owed.all().stream()
                .flatMap(owed -> Stream.of("fresh", "reminded of", "paused").map(age -> Arguments.of(owed, age)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyPromiseAtEveryAge")
    void isOwedByTheNextOwner(Owed owed, String age) {
        LeadId lead = owed.lead(scenario);
        SlaClock before = clock(lead, owed);
        Instant reminder = sla.nextMark(before.id()).toInstant();
        if (!age.equals("fresh")) {
            scenario.livesUntil(lead, reminder);
        }
        if (age.equals("paused")) {
            inOneGo(() -> clocks.pause(lead.value(), "on hold"));
        }

        inOneGo(() -> handovers.toOwner(lead.value(), "rep4"));

        assertThat(clock(lead, owed).round())
                .isEqualTo(before.round() + (owed.clause().isTheOwners() ? 1 : 0));
        assertThat(clock(lead, owed).owner()).isEqualTo(owed.clause().isTheOwners() ? "rep4" : null);
        invariants.holdFor(lead);
        if (age.equals("paused")) {
            scenario.livesUntil(lead, reminder.plusSeconds(600));
            inOneGo(() -> clocks.resume(lead.value()));
        }
        invariants.holdFor(lead);
        SlaClock now = clock(lead, owed);
        scenario.livesUntil(lead, now.dueAt());
        assertThat(now(now).state()).isEqualTo(SlaClock.State.MISSED);
        assertThat(story(now)).contains("clock-warned").containsOnlyOnce("clock-missed");
        invariants.holdFor(lead);
    }

    @Test
    void standsStillForTheNextOwnerOfALeadOnHold() {
        LeadId lead = of(Clause.DISPOSITION).lead(scenario);
        Instant until = TUESDAY.plusSeconds(40 * 24 * 3600);
        scenario.hears(lead, new Signal(Signal.Type.HOLD, null, until, null, null));

        inOneGo(() -> handovers.toOwner(lead.value(), "rep4"));

        invariants.holdFor(lead);
        scenario.livesUntil(lead, until);
        assertThat(clock(lead, of(Clause.DISPOSITION)).state()).isEqualTo(SlaClock.State.RUNNING);
        invariants.holdFor(lead);
    }

    @Test
    void isOwedByEachOfThreeOwnersAfterTheFirstBrokeIt() {
        LeadId lead = of(Clause.FOLLOW_UP).lead(scenario);
        for (String owner : List.of("rep3", "rep4", "senior1")) {
            SlaClock owed = clock(lead, of(Clause.FOLLOW_UP));
            scenario.livesUntil(lead, owed.dueAt());
            assertThat(incidents(owed)).hasSize(1);

            inOneGo(() -> handovers.toOwner(lead.value(), owner));

            assertThat(incidents(owed)).isEmpty();
            assertThat(now(owed).state()).isEqualTo(SlaClock.State.MISSED);
            invariants.holdFor(lead);
        }
    }

    private static Owed of(Clause clause) {
        return Owed.all().stream()
                .filter(owed -> owed.clause() == clause)
                .findFirst()
                .orElseThrow();
    }

    private void inOneGo(Runnable work) {
        transaction.executeWithoutResult(together -> work.run());
    }
}
