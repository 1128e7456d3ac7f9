package io.leadbaton.handoff;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Reps;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LeadbatonTest
class ReassignmentProcessTests {

    @Autowired
    Scenario scenario;

    @Autowired
    Reps reps;

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @Test
    void letsASeniorRepTryAgainOnceAndThenReturnsTheLead() {
        LeadId lead = exhausted();
        assertThat(scenario.lead(lead).owner()).isEqualTo("senior1");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);

        scenario.completes(lead, "takeOver");
        exhaust(lead);

        assertThat(scenario.stage(lead)).isEqualTo(Stage.NURTURE);
        assertThat(scenario.lead(lead).secondVoice()).isTrue();
    }

    @Test
    void letsASeniorRepTryALeadThatTheFirstRepDisqualified() {
        LeadId lead = inContact();

        scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));

        assertThat(scenario.waitsAt(lead)).containsExactly("takeOver");
    }

    @Test
    void letsASeniorRepTryADealThatTheFirstRepLost() {
        LeadId lead = inContact();
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        scenario.completes(lead, "openOpportunity", Map.of("amount", 500));

        scenario.completes(lead, "closeOpportunity", Map.of("result", "lost", "reason", "Too expensive"));

        assertThat(scenario.waitsAt(lead)).containsExactly("takeOver");
        assertThat(scenario.story(lead)).contains("lead-lost");
    }

    @Test
    void asksSalesOperationsWhenNoSeniorIsThere() {
        LeadId lead = inWork();
        reps.away("senior1", null);
        exhaust(lead);
        assertThat(scenario.waitsAt(lead)).containsExactly("assignSenior");

        scenario.completes(lead, "assignSenior", Map.of("rep", "rep2"));
        scenario.completes(lead, "takeOver");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(scenario.lead(lead).owner()).isEqualTo("rep2");
    }

    @Test
    void asksSalesOperationsWhenTheOnlySeniorIsSilent() {
        LeadId lead = exhausted();

        scenario.fires(lead, "takeOverDue");

        assertThat(scenario.story(lead)).contains("clock-missed", "assignment-overdue");
        assertThat(scenario.waitsAt(lead)).containsExactly("assignSenior");
    }

    private LeadId inWork() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        return lead;
    }

    private LeadId inContact() {
        LeadId lead = inWork();
        scenario.tries(lead, "connected");
        return lead;
    }

    private LeadId exhausted() {
        LeadId lead = inWork();
        exhaust(lead);
        return lead;
    }

    private void exhaust(LeadId lead) {
        int planned = scenario.lead(lead).attemptsPlanned();
        for (int attempt = 0; attempt < planned; attempt++) {
            scenario.tries(lead, "no-answer");
        }
    }
}
