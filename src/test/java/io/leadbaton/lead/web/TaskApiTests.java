package io.leadbaton.lead.web;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static io.leadbaton.lead.NewLeadFixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class TaskApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsWhatARepHasToKnowBeforeTheCall() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.fires(lead, "attemptPlanned");
        scenario.completes(lead, "makeAttempt", Map.of("outcome", "no-answer", "note", "Try the mobile."));
        scenario.fires(lead, "attemptPlanned");

        JsonNode card = card(scenario.task(lead, "makeAttempt"));

        assertThat(card.get("leadId").asText()).isEqualTo(lead.value());
        assertThat(card.at("/person/email").asText()).contains("@");
        assertThat(card.at("/attempts/made").asInt()).isEqualTo(1);
        assertThat(card.at("/score/reasons")).isNotEmpty();
        assertThat(card.get("conversation")).anySatisfy(said -> {
            assertThat(said.get("type").asText()).isEqualTo("attempt-logged");
            assertThat(said.get("note").asText()).isEqualTo("Try the mobile.");
        });
        assertThat(card.at("/promises/0/clause").asText()).isEqualTo("nextAttempt");
        assertThat(card.at("/promises/0/dueAt")).isEqualTo(card.get("due"));
        assertThat(card.get("now").asText()).endsWith("Z");
    }

    @Test
    void saysOnWhichChannelTheNextAttemptIsMade() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.fires(lead, "attemptPlanned");
        Task task = scenario.task(lead, "makeAttempt");

        JsonNode card = card(task);
        JsonNode line = Http.json(Http.as(task.getAssignee(), port).get("/api/v1/tasks/leads?task=" + task.getId()))
                .at("/tasks/0");

        assertThat(card.at("/next/todo").asText()).isEqualTo("Call");
        assertThat(card.at("/next/which").asText()).isEqualTo("attempt 1 of 8");
        assertThat(card.at("/next/link").asText())
                .isEqualTo("tel:" + card.at("/person/phone").asText());
        assertThat(line.get("next")).isEqualTo(card.get("next"));

        jdbc.sql("update leadbaton.lead set do_not_call = true where id = ?")
                .param(lead.value())
                .update();
        assertThat(card(task).at("/next/todo").asText()).isEqualTo("Write an e-mail");
        assertThat(card(task).at("/next/link").asText())
                .startsWith("mailto:hot")
                .endsWith("@example.com");
    }

    @Test
    void saysWhetherTheTimeZoneIsTheLeadsOwn() {
        LeadId unknown = scenario.arrives(aHotLead());
        LeadId known = scenario.arrives(aHotLead());
        jdbc.sql("update leadbaton.lead_person set time_zone = 'Asia/Kolkata' where lead_id = ?")
                .param(known.value())
                .update();

        assertThat(card(scenario.task(known, "acceptLead"))
                        .at("/place/timeZone")
                        .asText())
                .isEqualTo("Asia/Kolkata");
        assertThat(card(scenario.task(known, "acceptLead")).at("/place/known").asBoolean())
                .isTrue();
        assertThat(card(scenario.task(unknown, "acceptLead"))
                        .at("/place/timeZone")
                        .asText())
                .isEqualTo("Europe/Berlin");
        assertThat(card(scenario.task(unknown, "acceptLead")).at("/place/known").asBoolean())
                .isFalse();
    }

    @Test
    void takesTheTimeOfTheLeadsTeam() {
        LeadId lead = scenario.arrives(aHotLead());
        jdbc.sql("update leadbaton.lead set team = 'new-york' where id = ?")
                .param(lead.value())
                .update();

        assertThat(card(scenario.task(lead, "acceptLead")).at("/place/timeZone").asText())
                .isEqualTo("America/New_York");
    }

    @Test
    void answersForAWholeListAtOnceAndOnlyForTasksThatMayBeSeen() {
        LeadId lead = scenario.arrives(aHotLead());
        Task task = scenario.task(lead, "acceptLead");
        String question = "/api/v1/tasks/leads?task=" + task.getId() + "&task=gone";
        String other = task.getAssignee().equals("rep1") ? "rep2" : "rep1";

        JsonNode mine = Http.json(Http.as(task.getAssignee(), port).get(question));
        JsonNode others = Http.json(Http.as(other, port).get(question));

        assertThat(mine.get("tasks")).hasSize(1);
        assertThat(mine.at("/tasks/0/name").asText()).isEqualTo("Ada Meyer");
        assertThat(mine.at("/tasks/0/promise/clauseInWords").asText()).isIn("acceptance", "first response");
        assertThat(others.get("tasks")).isEmpty();
        assertThat(Http.as(other, port)
                        .get("/api/v1/tasks/" + task.getId() + "/lead")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void standsStillWithTheLeadOnHold() {
        LeadId lead = scenario.arrives(aLead("hold@example.com", "+493012345999"));
        Task task = scenario.task(lead, "acceptLead");
        jdbc.sql("update leadbaton.sla_clock set state = 'paused' where lead_id = ?")
                .param(lead.value())
                .update();

        assertThat(card(task).at("/promises/0/state").asText()).isEqualTo("paused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?task=%00", "?task=a%20b"})
    void refusesWhatIsNoListOfTasks(String question) {
        assertThat(Http.as("rep1", port).get("/api/v1/tasks/leads" + question).statusCode())
                .isEqualTo(400);
    }

    private JsonNode card(Task task) {
        return Http.json(Http.as(task.getAssignee(), port).get("/api/v1/tasks/" + task.getId() + "/lead"));
    }
}
