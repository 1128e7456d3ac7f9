package io.leadbaton.sla;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class EscalationProcessTests {

    @Autowired
    private Scenario scenario;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void warnsTheOwnerBeforeTheDeadlineAndMovesTheTaskUp() {
        LeadId lead = scenario.arrives(aHotLead());

        scenario.fires(lead, "firstResponseDue");

        assertThat(scenario.clockState(lead, "firstResponse")).isEqualTo("warned");
        assertThat(scenario.story(lead)).contains("clock-warned").doesNotContain("clock-missed");
        assertThat(scenario.task(lead, "acceptLead").getPriority()).isEqualTo(70);
        assertThat(rootIncidents("firstResponse", lead)).isEmpty();
    }

    @Test
    void remindsARepWhoDoesNotAcceptBeforeTheLeadGoesToTheNext() {
        LeadId lead = scenario.arrives(aHotLead());

        scenario.fires(lead, "acceptanceNears");

        assertThat(scenario.clockState(lead, "acceptance")).isEqualTo("warned");
        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
    }

    @Test
    void remindsASeniorRepToTakeOver() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "connected");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));

        scenario.fires(lead, "takeOverNears");

        assertThat(scenario.clockState(lead, "acceptance")).isEqualTo("warned");
        assertThat(scenario.waitsAt(lead)).containsExactly("takeOver");
    }

    @Test
    void watchesTheDispositionWhileTheTalkGoesOn() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "connected");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "talking"));

        scenario.runsOut(lead, "disposition");

        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
        assertThat(rootIncidents("disposition", lead)).hasSize(1);
    }

    @Test
    void climbsTheLadderRungByRungUntilThePromiseIsKept() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.fires(lead, "attemptPlanned");

        scenario.runsOut(lead, "firstResponse");
        assertThat(notices(lead, "sales-manager")).contains("Overdue: first response.");
        assertThat(scenario.task(lead, "makeAttempt").getPriority()).isEqualTo(90);
        String escalation = scenario.escalation(lead, "firstResponse").orElseThrow();
        scenario.completes(lead, "makeAttempt", Map.of("outcome", "no-answer"));

        assertThat(scenario.clockState(lead, "firstResponse")).isEqualTo("missed");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(escalation)
                        .count())
                .isZero();
        assertThat(notices(lead, "sales-manager")).isEmpty();
    }

    @Test
    void letsTheIncidentFollowTheLeadUntilThePromiseIsKept() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.runsOut(lead, "firstResponse");
        assertThat(rootIncidents("firstResponse", lead))
                .extracting(Incident::getActivityId)
                .containsExactly("acceptLead");

        scenario.accepts(lead);
        assertThat(rootIncidents("firstResponse", lead))
                .extracting(Incident::getActivityId)
                .containsExactly("attemptPlanned");
        scenario.fires(lead, "attemptPlanned");
        assertThat(rootIncidents("firstResponse", lead))
                .extracting(Incident::getActivityId)
                .containsExactly("makeAttempt");

        scenario.completes(lead, "makeAttempt", Map.of("outcome", "no-answer"));
        assertThat(rootIncidents("firstResponse", lead)).isEmpty();
    }

    private List<Incident> rootIncidents(String clause, LeadId lead) {
        String clock = jdbc.sql(
                        "select id from leadbaton.sla_clock where lead_id = ? and clause = ? order by round desc limit 1")
                .params(lead.value(), clause)
                .query(String.class)
                .single();
        return runtime.createIncidentQuery().incidentType("slaBreached").configuration(clock).list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .toList();
    }

    private List<String> notices(LeadId lead, String group) {
        return jdbc.sql("select text from leadbaton.notice where lead_id = ? and for_group = ? and done_at is null")
                .params(lead.value(), group)
                .query(String.class)
                .list();
    }
}
