package io.leadbaton.cadence;

import static io.leadbaton.lead.NewLeadFixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LeadbatonTest
class CadenceProcessTests {

    @Autowired
    Scenario scenario;

    @Test
    void bringsAConnectedLeadToQualification() {
        LeadId lead = scenario.arrives(aLead("one@example.com", "+4930123456"));
        scenario.accepts(lead);

        scenario.tries(lead, "no-answer");
        scenario.tries(lead, "connected");

        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
    }
}
