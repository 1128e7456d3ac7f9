package io.leadbaton.handoff;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.rep.Reps;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Managers and sales operations give leads to other reps and set going again what broke; nobody else does. */
@LeadbatonTest
class OwnerApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    Reps reps;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "operations1"})
    void givesALeadToAnotherRepAndRemembersWhoDidIt(String user) {
        LeadId lead = scenario.arrives(aHotLead());
        String task = scenario.task(lead, "acceptLead").getId();
        String other = otherThan(lead);

        HttpResponse<String> answer = handOver(user, lead, other);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Http.json(answer).get("owner").asText()).isEqualTo(other);
        assertThat(scenario.lead(lead).owner()).isEqualTo(other);
        assertThat(history.createUserOperationLogQuery()
                        .processInstanceId(instanceOf(task))
                        .operationType("ModifyProcessInstance")
                        .list())
                .isNotEmpty()
                .allMatch(entry -> entry.getUserId().equals(user));
        JsonNode timeline = Http.json(Http.as(user, port).get("/api/v1/leads/" + lead + "/timeline"));
        JsonNode handedOver = StreamSupport.stream(timeline.spliterator(), false)
                .filter(event -> event.at("/details/how").asText().equals("handed over"))
                .findFirst()
                .orElseThrow();
        assertThat(handedOver.get("actor").asText()).isEqualTo(user);
        assertThat(handedOver.get("details").get("note").asText()).isEqualTo("Ill today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rep1", "senior1", "marketing1", "owner1", "admin"})
    void refusesWhoIsNeitherManagerNorSalesOperations(String user) {
        LeadId lead = scenario.arrives(aHotLead());
        String owner = scenario.lead(lead).owner();

        assertThat(handOver(user, lead, otherThan(lead)).statusCode()).isEqualTo(403);
        assertThat(retry(user, lead).statusCode()).isEqualTo(403);
        assertThat(scenario.lead(lead).owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/rep|rep-unknown",
                "{\"rep\": \"nobody\", \"reason\": \"x\"}|/rep|rep-unknown",
                "{\"rep\": 7, \"reason\": \"x\"}|/rep|not-a-text",
                "{\"rep\": \"re\\u0000p1\", \"reason\": \"x\"}|/rep|rep-unknown",
                "{\"rep\": \"rep1\"}|/reason|missing",
                "{\"rep\": \"rep1\", \"reason\": \"  \"}|/reason|missing",
                "{\"rep\": \"rep1\", \"reason\": \"a\\u0000b\"}|/reason|too-long",
                "{\"rep\": \"rep1\", \"reason\": \"x\", \"force\": true}|/force|unknown-property"
            })
    void saysWhatIsWrongWithTheRequest(String body, String pointer, String code) {
        LeadId lead = scenario.arrives(aHotLead());

        HttpResponse<String> answer = Http.as("manager1", port).post("/api/v1/leads/%s/owner".formatted(lead), body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Http.json(answer).get("errors"))
                .anySatisfy(error -> assertThat(error.get("pointer").asText()
                                + error.get("code").asText())
                        .isEqualTo(pointer + code));
    }

    @Test
    void saysWhyALeadCannotChangeHandsNow() {
        LeadId lead = scenario.arrives(aHotLead());
        String other = otherThan(lead);
        reps.away(other, null);

        HttpResponse<String> answer = handOver("manager1", lead, other);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.json(answer).get("detail").asText()).contains("Choose somebody who is there");
        assertThat(handOver("manager1", LeadId.of("no-such-lead"), "rep1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void triesOnceMoreWhatBroke() {
        LeadId lead = scenario.arrives(aHotLead());
        assertThat(retry("manager1", lead).statusCode()).isEqualTo(409);
        Job late = scenario.timer(lead, "acceptanceDue");
        management.setJobRetries(late.getId(), 0);

        HttpResponse<String> answer = retry("manager1", lead);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Http.json(answer).get("tried").asInt()).isEqualTo(1);
        assertThat(scenario.timer(lead, "acceptanceDue").getRetries()).isEqualTo(1);
        assertThat(history.createUserOperationLogQuery()
                        .jobId(late.getId())
                        .userId("manager1")
                        .count())
                .isPositive();
    }

    @Test
    void isDescribedForPrograms() {
        JsonNode paths =
                Http.json(Http.as("manager1", port).get("/v3/api-docs")).get("paths");

        assertThat(paths.at("/~1api~1v1~1leads~1{id}~1owner/post/requestBody/content")
                        .toString())
                .contains("NewOwner");
        assertThat(paths.has("/api/v1/leads/{id}/retry")).isTrue();
    }

    private HttpResponse<String> handOver(String user, LeadId lead, String rep) {
        return Http.as(user, port)
                .post(
                        "/api/v1/leads/%s/owner".formatted(lead),
                        "{\"rep\": \"%s\", \"reason\": \"Ill today\"}".formatted(rep));
    }

    private HttpResponse<String> retry(String user, LeadId lead) {
        return Http.as(user, port).post("/api/v1/leads/%s/retry".formatted(lead), "");
    }

    private String instanceOf(String task) {
        return history.createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
    }

    private String otherThan(LeadId lead) {
        String owner = scenario.lead(lead).owner();
        return Stream.of("rep1", "rep2")
                .filter(rep -> !rep.equals(owner))
                .findFirst()
                .orElseThrow();
    }
}
