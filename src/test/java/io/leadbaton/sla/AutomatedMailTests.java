package io.leadbaton.sla;

import static io.leadbaton.lead.NewLeadFixtures.aColdLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Only an attempt of a rep is a response: no mail that machines send or send back stops a clock. */
class AutomatedMailTests extends OwedPromise {

    private static final Owed RESPONSE = Owed.all().get(1);

    @ParameterizedTest
    @EnumSource(
            value = Signal.Type.class,
            names = {"REPLIED", "MEETING_BOOKED", "ENGAGED", "BOUNCED"},
            mode = Mode.INCLUDE)
    void leavesTheFirstResponseOwed(Signal.Type heard) {
        LeadId lead = RESPONSE.lead(scenario);
        SlaClock before = clock(lead, RESPONSE);

        scenario.hears(lead, heard);

        assertThat(clock(lead, RESPONSE)).isEqualTo(before);
        invariants.holdFor(lead);
        scenario.livesUntil(lead, before.dueAt());
        assertThat(now(before).state()).isEqualTo(SlaClock.State.MISSED);
        invariants.holdFor(lead);
    }

    @Test
    void leavesTheFirstResponseOwedToAProspectWhoGotMailsFromMarketing() {
        LeadId lead = scenario.arrives(aColdLead());
        scenario.fires(lead, "nextDrip");
        scenario.hears(lead, Signal.Type.REPLIED);
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
        SlaClock owed = clock(lead, RESPONSE);

        scenario.livesUntil(lead, owed.dueAt().minusSeconds(1));

        assertThat(now(owed).isOpen()).isTrue();
        assertThat(story(owed)).doesNotContain("clock-met");
        scenario.livesUntil(lead, owed.dueAt());
        assertThat(now(owed).state()).isEqualTo(SlaClock.State.MISSED);
        invariants.holdFor(lead);
    }
}
