package io.leadbaton.engine;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What our additions to Cockpit ask for: how urgent the work at each step is, and which lead an instance is about. */
@LeadbatonTest
class CockpitApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    Http manager;

    @BeforeEach
    void logIn() {
        manager = Http.as("manager1", port);
    }

    @Test
    void countsAtEachStepWhatIsOpenDueSoonAndOverdue() {
        Map<String, Integer> before = figures("handoff", "acceptLead");
        scenario.arrives(aHotLead());
        Map<String, Integer> fresh = figures("handoff", "acceptLead");
        Scenario.passes(Duration.ofMinutes(2));
        Map<String, Integer> late = figures("handoff", "acceptLead");

        assertThat(fresh).containsEntry("open", before.get("open") + 1);
        assertThat(fresh).containsEntry("dueWithinTheHour", before.get("dueWithinTheHour") + 1);
        assertThat(late).containsEntry("overdue", late.get("open")).containsEntry("dueWithinTheHour", 0);
    }

    @Test
    void countsALateLeadWhereItWaitsInTheLifecycleToo() {
        scenario.arrives(aHotLead());
        Scenario.passes(Duration.ofMinutes(2));

        assertThat(figures("lifecycle", "handoff").get("overdue")).isPositive();
    }

    @Test
    void leadsFromAnyInstanceToItsLead() {
        LeadId lead = scenario.arrives(aHotLead());
        Scenario.passes(Duration.ofMinutes(2));
        scenario.runsOut(lead, "firstResponse");

        for (String process : new String[] {"lifecycle", "handoff", "escalation"}) {
            String link = runtime.createProcessInstanceQuery().processDefinitionKey(process).list().stream()
                    .filter(instance -> lead.value().equals(leadOf(instance)))
                    .map(ProcessInstance::getId)
                    .findFirst()
                    .orElseThrow();
            JsonNode answer = Http.json(manager.get("/api/v1/process-instances/" + link + "/lead"));
            assertThat(answer.get("url").asText()).as(process).isEqualTo("/leads/" + lead);
        }
    }

    private Object leadOf(ProcessInstance instance) {
        return runtime.getVariable(instance.getId(), "leadId");
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        assertThat(manager.get("/api/v1/process-definitions/none/activities").statusCode())
                .isEqualTo(404);
        assertThat(manager.get("/api/v1/process-instances/none/lead").statusCode())
                .isEqualTo(404);
    }

    @Test
    void isOnlyForThoseToWhomCockpitWouldShowIt() {
        Http rep = Http.as("rep1", port);
        LeadId lead = scenario.arrives(aHotLead());
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value())
                .rootProcessInstances()
                .singleResult()
                .getId();

        assertThat(rep.get("/api/v1/process-definitions/" + definition("handoff") + "/activities")
                        .statusCode())
                .isEqualTo(403);
        assertThat(rep.get("/api/v1/process-instances/" + instance + "/lead").statusCode())
                .isEqualTo(403);
    }

    private Map<String, Integer> figures(String process, String activity) {
        JsonNode all = Http.json(manager.get("/api/v1/process-definitions/" + definition(process) + "/activities"));
        for (JsonNode one : all.get("activities")) {
            if (one.get("activityId").asText().equals(activity)) {
                return Map.of(
                        "open", one.get("open").asInt(),
                        "dueWithinTheHour", one.get("dueWithinTheHour").asInt(),
                        "overdue", one.get("overdue").asInt());
            }
        }
        return Map.of("open", 0, "dueWithinTheHour", 0, "overdue", 0);
    }

    private String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
