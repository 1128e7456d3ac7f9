package io.leadbaton.engine;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LeadbatonTest
class FastTaskListsTests {

    @Autowired
    Scenario scenario;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @BeforeEach
    void leadsAreInManyPlaces() {
        List<LeadId> leads = IntStream.range(0, 6)
                .mapToObj(i -> scenario.arrives(aHotLead()))
                .toList();
        leads.subList(0, 3).forEach(scenario::accepts);
        scenario.hears(leads.get(0), Signal.Type.REPLIED);
        scenario.hears(leads.get(5), Signal.Type.REPLIED);
        Task common = scenario.task(leads.get(4), "acceptLead");
        tasks.setAssignee(common.getId(), null);
        tasks.addCandidateGroup(common.getId(), "rep");
        tasks.addCandidateGroup(common.getId(), "senior-rep");
        tasks.addCandidateUser(common.getId(), "rep1");
        tasks.setPriority(common.getId(), 90);
    }

    @Test
    void showEverybodyTheSameAsTheEngineAlone() {
        grant("marketing1", "handoff");

        for (String user : List.of("rep1", "rep2", "senior1", "manager1", "marketing1", "admin", "nobody")) {
            assertThat(answers(user)).as(user).isEqualTo(alone(() -> answers(user)));
        }
        assertThat(answers("manager1").toString()).isNotEqualTo(answers("rep1").toString());
        assertThat(answers("marketing1").toString())
                .isNotEqualTo(answers("nobody").toString());
    }

    @Test
    void leaveALookAtRightsThatAreTakenAwayToTheEngine() {
        Authorization taken = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        taken.setUserId("manager1");
        taken.setResource(Resources.TASK);
        taken.setResourceId("*");
        taken.removePermission(org.camunda.bpm.engine.authorization.Permissions.READ);
        authorizations.saveAuthorization(taken);
        try {
            assertThat(answers("manager1")).isEqualTo(alone(() -> answers("manager1")));
        } finally {
            authorizations.deleteAuthorization(taken.getId());
        }
    }

    private void grant(String user, String process) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(process);
        grant.addPermission(ProcessDefinitionPermissions.READ_TASK);
        authorizations.saveAuthorization(grant);
    }

    private List<Object> answers(String user) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
        identity.setAuthentication(user, groups);
        try {
            return questions(user, groups).<Object>map(this::answer).toList();
        } finally {
            identity.clearAuthentication();
        }
    }

    private Stream<TaskQuery> questions(String user, List<String> groups) {
        Date now = ClockUtil.getCurrentTime();
        List<String> candidates = groups.isEmpty() ? List.of("nobodys") : groups;
        return Stream.of(
                tasks.createTaskQuery(),
                tasks.createTaskQuery().taskAssignee(user),
                tasks.createTaskQuery().taskUnassigned().taskCandidateGroupIn(candidates),
                tasks.createTaskQuery().taskCandidateUser(user),
                tasks.createTaskQuery().dueBefore(now),
                tasks.createTaskQuery().dueAfter(now).active(),
                tasks.createTaskQuery().processVariableValueEquals("replyWaits", true),
                tasks.createTaskQuery().processDefinitionKey("handoff").taskNameLike("%lead%"),
                tasks.createTaskQuery()
                        .or()
                        .taskAssignee(user)
                        .taskDefinitionKey("makeAttempt")
                        .endOr(),
                tasks.createTaskQuery()
                        .or()
                        .taskAssignee("rep2")
                        .taskCandidateGroupIn(candidates)
                        .endOr());
    }

    private Map<String, Object> answer(TaskQuery question) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("count", question.count());
        answer.put(
                "page",
                question
                        .orderByTaskPriority()
                        .desc()
                        .orderByTaskNameCaseInsensitive()
                        .asc()
                        .orderByTaskId()
                        .asc()
                        .listPage(0, 5)
                        .stream()
                        .map(Task::getId)
                        .toList());
        return answer;
    }

    private <T> T alone(Supplier<T> question) {
        Map<String, String> ours = engine.getDbSqlSessionFactory().getStatementMappings();
        Map<String, String> theirs = new HashMap<>(ours);
        theirs.values().removeIf(name -> name.endsWith("_leadbaton"));
        engine.getDbSqlSessionFactory().setStatementMappings(theirs);
        try {
            return question.get();
        } finally {
            engine.getDbSqlSessionFactory().setStatementMappings(ours);
        }
    }
}
