package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class LeanHistoryTests {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Test
    void historyTellsWhereALeadWaited() {
        String lead = finishAs("rep1").getId();

        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(lead)
                        .list())
                .extracting(step -> step.getActivityId())
                .containsExactly("step");
    }

    @Test
    void historyTellsWhoDidWhatInTheEnginesTools() {
        String lead = finishAs("rep1").getId();

        assertThat(history.createUserOperationLogQuery().processInstanceId(lead).list())
                .extracting(entry -> entry.getUserId() + " " + entry.getOperationType())
                .contains("rep1 Complete");
    }

    @Test
    void historyTellsWhatGotStuck() {
        ProcessInstance lead = start();
        String where = runtime.createExecutionQuery()
                .processInstanceId(lead.getId())
                .activityId("step")
                .singleResult()
                .getId();

        runtime.resolveIncident(
                runtime.createIncident("slaBreached", where, "lead-1").getId());

        assertThat(history.createHistoricIncidentQuery()
                        .processInstanceId(lead.getId())
                        .resolved()
                        .count())
                .isOne();
    }

    @Test
    void historyKeepsNoValue() {
        finishAs("rep1");

        for (String table : List.of("act_hi_varinst", "act_hi_detail", "act_hi_decinst", "act_hi_job_log")) {
            assertThat(jdbc.sql("select count(*) from camunda." + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private ProcessInstance start() {
        Diagram.afterTask("${absenceTasks.note('recorded')}").deploy(repository);
        return runtime.startProcessInstanceByKey("probe", "lead-1", Map.of("leadId", "lead-1"));
    }

    private ProcessInstance finishAs(String person) {
        ProcessInstance lead = start();
        String task = tasks.createTaskQuery()
                .processInstanceId(lead.getId())
                .singleResult()
                .getId();
        identity.setAuthenticatedUserId(person);
        try {
            tasks.complete(task, Map.of("note", "CANARY"));
        } finally {
            identity.clearAuthentication();
        }
        return lead;
    }
}
