package io.leadbaton.security;

import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class ShutDoorsTests {

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private String task;

    @BeforeEach
    void aRepHasATask() {
        TwoReps.deploy(repository);
        String instance = runtime.startProcessInstanceByKey("twoReps").getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    POST,   /task/{task}/comment/create,          '{"message": "CANARY"}'
                    POST,   /task/{task}/comm%65nt/create,        '{"message": "CANARY"}'
                    POST,   /task/{task}/comment/create/,         '{"message": "CANARY"}'
                    POST,   /task/{task}/attachment/create,       '{}'
                    POST,   /task/create,                         '{"name": "CANARY"}'
                    PUT,    /task/{task},                         '{"name": "CANARY"}'
                    DELETE, /task/{task},                         ''
                    POST,   /task/{task}/complete,                '{"variables": {"x": {"value": "CANARY"}}}'
                    POST,   /task/{task}/resolve,                 '{"variables": {"x": {"value": "CANARY"}}}'
                    POST,   /task/{task}/assignee,                '{"userId": "rep2"}'
                    POST,   /task/{task}/identity-links,          '{"userId": "rep2", "type": "candidate"}'
                    PUT,    /task/{task}/variables/x,             '{"value": "CANARY"}'
                    POST,   /task/{task}/variables,               '{"modifications": {"x": {"value": "CANARY"}}}'
                    PUT,    /task/{task}/localVariables/x,        '{"value": "CANARY"}'
                    POST,   /message,                             '{"messageName": "replied"}'
                    POST,   /process-definition/key/twoReps/start, '{"businessKey": "CANARY"}'
                    """)
    void nobodyPutsWordsIntoTheEngineByAnotherWay(String method, String path, String body) {
        for (String user : new String[] {"rep1", "admin"}) {
            HttpResponse<String> answer =
                    Visitor.loggedIn(port, user).write(method, ENGINE + path.replace("{task}", task), body);

            assertThat(answer.statusCode()).as(user + ": " + answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("\"type\":\"Refused\"");
        }
    }

    @Test
    void aFormIsSubmittedWithItsFields() {
        HttpResponse<String> answer =
                submit("rep1", "{\"verdict\": {\"value\": \"yes\"}, \"note\": {\"value\": null}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    @Test
    void aFormThatComesTooLateIsToldWhoWasFirst() {
        submit("rep1", "{\"verdict\": {\"value\": \"yes\"}}");

        HttpResponse<String> again = submit("rep1", "{\"verdict\": {\"value\": \"yes\"}}");

        assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
        assertThat(again.body()).contains("rep1 has completed this task already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"another\": {\"value\": \"CANARY\"}}",
                "{\"verdict\": {\"value\": \"yes\"}, \"leadId\": {\"value\": \"another lead\"}}",
                "{\"verdict\": {\"value\": \"{}\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"x\", \"serializationDataFormat\": \"application/json\"}}}",
                "{\"verdict\": {\"value\": {\"deep\": \"CANARY\"}}}",
                "{\"verdict\": {\"value\": \"yes\"}, \"verdict\": {\"value\": \"no\"}}"
            })
    void aFormIsSubmittedWithNothingElse(String variables) {
        assertThat(submit("rep1", variables).statusCode()).isEqualTo(403);
    }

    @Test
    void aNoteCannotBeABook() {
        HttpResponse<String> answer = submit("rep1", "{\"note\": {\"value\": \"%s\"}}".formatted("x".repeat(300_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aRepSeesNoTaskOfAnotherRep() {
        Visitor other = Visitor.loggedIn(port, "rep2");

        assertThat(other.get(ENGINE + "/task/" + task).statusCode()).isEqualTo(404);
        assertThat(other.get(ENGINE + "/task?maxResults=50").body()).doesNotContain(task);
        assertThat(submit("rep2", "{\"verdict\": {\"value\": \"yes\"}}").statusCode())
                .isIn(403, 404);
    }

    @Test
    void aRepSeesTheTasksOfTheirGroups() {
        submit("rep1", "{\"verdict\": {\"value\": \"group\"}}");
        String forGroup = tasks.createTaskQuery()
                .taskDefinitionKey("forGroup")
                .list()
                .get(0)
                .getId();

        assertThat(Visitor.loggedIn(port, "operations1")
                        .get(ENGINE + "/task/" + forGroup)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Visitor.loggedIn(port, "rep1")
                        .get(ENGINE + "/task/" + forGroup)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRepNoLongerSeesALeadThatWasHandedOn() {
        Visitor before = Visitor.loggedIn(port, "rep1");
        Visitor after = Visitor.loggedIn(port, "rep2");
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        assertThat(before.get(ENGINE + "/task/" + task).statusCode()).isEqualTo(200);

        runtime.createMessageCorrelation("handOn").processInstanceId(instance).correlate();

        String next = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        assertThat(before.get(ENGINE + "/task/" + task).statusCode()).isEqualTo(404);
        assertThat(before.get(ENGINE + "/task/" + next).statusCode()).isEqualTo(404);
        assertThat(after.get(ENGINE + "/task/" + next).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> submit(String user, String variables) {
        return Visitor.loggedIn(port, user)
                .post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\": " + variables + "}");
    }
}
