package io.leadbaton.engine;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.lead.Intake;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class OwnTasksTests {

    @Autowired
    Intake intake;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void logsOut() {
        identity.clearAuthentication();
    }

    @Test
    void whoeverHasATaskMayWorkItAndNobodyElse() {
        Task task = taskOf(intake.receive(aHotLead(), "test").leadId().value());
        jdbc.sql("delete from camunda.act_ru_authorization where resource_id_ = ?")
                .param(task.getId())
                .update();

        identity.setAuthentication(task.getAssignee().equals("rep1") ? "rep2" : "rep1", List.of("rep"));
        assertThatThrownBy(() -> accept(task)).isInstanceOf(AuthorizationException.class);

        identity.setAuthentication(task.getAssignee(), List.of("rep"));
        assertThatCode(() -> accept(task)).doesNotThrowAnyException();
    }

    private void accept(Task task) {
        tasks.complete(task.getId(), Map.of("decision", "accept"));
    }

    private Task taskOf(String lead) {
        String task = jdbc.sql("""
                        select t.id_ from camunda.act_ru_task t join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ?
                        """).param(lead).query(String.class).single();
        return tasks.createTaskQuery().taskId(task).singleResult();
    }
}
