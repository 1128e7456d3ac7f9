package io.leadbaton.nurture;

import static io.leadbaton.lead.NewLeadFixtures.aColdLead;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static io.leadbaton.lead.NewLeadFixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.NewLead;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LeadbatonTest
class NurtureProcessTests {

    @Autowired
    Scenario scenario;

    @Test
    void archivesAProspectThatNeverAsksAgain() {
        LeadId lead = scenario.arrives(aColdLead());
        assertThat(scenario.stage(lead)).isEqualTo(Stage.NURTURE);

        while (scenario.waitsAt(lead).contains("nextDrip")) {
            scenario.fires(lead, "nextDrip");
        }
        scenario.fires(lead, "expired");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ARCHIVED);
        assertThat(Collections.frequency(scenario.story(lead), "drip-sent")).isBetween(3, 4);
        assertThat(scenario.waitsAt(lead)).isEmpty();
    }

    @Test
    void bringsAProspectBackWhenItReplies() {
        LeadId lead = scenario.arrives(aColdLead());

        scenario.hears(lead, Signal.Type.REPLIED);

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
        scenario.accepts(lead);
        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
    }

    @Test
    void recyclesALeadThatSalesGaveBack() {
        LeadId lead = notYet();

        scenario.fires(lead, "nextDrip");
        scenario.hears(lead, Signal.Type.REPLIED);

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
        assertThat(scenario.lead(lead).leadType()).isEqualTo("recycled");
    }

    @Test
    void bringsBackAtOnceALeadThatRepliedWhileItWasGivenBack() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "no-need"));
        scenario.hears(lead, Signal.Type.REPLIED);

        scenario.completes(lead, "reviewRejection", Map.of("verdict", "nurture"));

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
    }

    @Test
    void wakesAProspectWhoseScoreHasRisenFarEnough() {
        LeadId lead = scenario.arrives(aColdLead());
        int signs = 0;

        while (scenario.stage(lead) == Stage.NURTURE) {
            scenario.hears(lead, Signal.Type.ENGAGED);
            signs++;
        }

        assertThat(signs).isBetween(2, 6);
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
    }

    @Test
    void wakesAProspectThatFillsInAFormAgain() {
        NewLead person = aColdLead();
        LeadId known = scenario.arrives(person);

        LeadId again = scenario.arrives(aLead(person.email(), null));

        assertThat(scenario.stage(again)).isEqualTo(Stage.MERGED);
        assertThat(scenario.stage(known)).isEqualTo(Stage.ASSIGNED);
    }

    private LeadId notYet() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "connected");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "nurture"));
        assertThat(scenario.stage(lead)).isEqualTo(Stage.NURTURE);
        return lead;
    }
}
