package io.leadbaton.lifecycle;

import static io.leadbaton.lead.NewLeadFixtures.aColdLead;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Stage;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What breaks while a timer fires changes nothing, is tried again, and shows up as an incident when trying did not help. */
@LeadbatonTest
class TechnicalFailureTests {

    @Autowired
    Scenario scenario;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "acceptanceDue, assignment, ASSIGNED",
        "firstResponseDue, sla_mark, ASSIGNED",
        "attemptPlanned, contact_plan, WORKING",
        "nextDrip, nurture_run, NURTURE"
    })
    void endsAsAnIncidentAndGoesOnWhenTheCauseIsMended(String timer, String table, Stage stage) {
        LeadId lead = waitingFor(stage);
        Job job = scenario.timer(lead, timer);
        jdbc.sql("alter table leadbaton.%s rename to broken".formatted(table)).update();
        try {
            assertThatThrownBy(() -> scenario.fires(lead, timer)).isNotNull();
            assertThat(scenario.stage(lead)).isEqualTo(stage);
            management.setJobRetries(job.getId(), 1);
            assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
        } finally {
            jdbc.sql("alter table leadbaton.broken rename to " + table).update();
        }

        assertThat(incidents(job)).hasSize(1);
        management.setJobRetries(job.getId(), 1);
        management.executeJob(job.getId());
        assertThat(incidents(job)).isEmpty();
    }

    private LeadId waitingFor(Stage stage) {
        LeadId lead = scenario.arrives(stage == Stage.NURTURE ? aColdLead() : aHotLead());
        if (stage == Stage.WORKING) {
            scenario.accepts(lead);
        }
        assertThat(scenario.stage(lead)).isEqualTo(stage);
        return lead;
    }

    private List<Incident> incidents(Job job) {
        return runtime.createIncidentQuery().configuration(job.getId()).list();
    }
}
