package io.leadbaton.rep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LeadbatonTest
class RosterApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Reps reps;

    @Autowired
    ManagementService management;

    @Test
    void putsSomebodyOnTheRoster() {
        HttpResponse<String> answer = put("operations1", "/api/v1/reps/owner1", """
                {"name": "Olga Owen", "team": "field", "skills": ["event"], "weight": 50, "closingRate": 0.4}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode entry = Http.json(answer);
        assertThat(entry.at("/rep/team").asText()).isEqualTo("field");
        assertThat(entry.at("/available").asBoolean()).isTrue();
    }

    @Test
    void saysEverythingThatIsWrongWithAnEntryAtOnce() {
        HttpResponse<String> answer = put("operations1", "/api/v1/reps/rep1", """
                {"name": "", "weight": 0, "cap": 1.5, "closingRate": 7, "shoeSize": 43}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/name", "/weight", "/cap", "/closingRate", "/shoeSize");
    }

    @Test
    void letsARepWorkTheHoursOfACalendar() {
        HttpResponse<String> answer = put("operations1", "/api/v1/reps/rep4", """
                {"name": "Rolf Renner", "calendar": "new-york"}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Http.json(answer).at("/rep/calendar").asText()).isEqualTo("new-york");
        HttpResponse<String> unknown = put("operations1", "/api/v1/reps/rep4", """
                {"name": "", "calendar": "atlantis"}""");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("/name", "/calendar", "processes/calendars/");
    }

    @Test
    void refusesAUserWhoCannotLogIn() {
        HttpResponse<String> answer = put("operations1", "/api/v1/reps/nobody", "{}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Camunda Admin");
    }

    @Test
    void letsRepsSayThatTheyAreAwayButOnlyThemselves() {
        assertThat(put("rep1", "/api/v1/reps/rep1/availability", "{\"available\": false}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(reps.find("rep1").orElseThrow().awaySince()).isNotNull();
        assertThat(put("rep1", "/api/v1/reps/rep2/availability", "{\"available\": false}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(put("rep1", "/api/v1/reps/rep1/availability", "{\"available\": true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put("manager1", "/api/v1/reps/ghost/availability", "{\"available\": true}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(put("rep1", "/api/v1/reps/rep1", "{\"weight\": 1000}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsACoveredAbsenceAtItsDate() {
        Instant end =
                ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        HttpResponse<String> answer = put("manager1", "/api/v1/reps/rep4/availability", """
                {"available": false, "until": "%s", "cover": "rep2"}""".formatted(end));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Http.json(answer).at("/rep/cover").asText()).isEqualTo("rep2");
        Job wait = management.createJobQuery().processDefinitionKey("absence").singleResult();
        assertThat(wait.getDuedate().toInstant()).isEqualTo(end);
        ClockUtil.setCurrentTime(wait.getDuedate());
        management.executeJob(wait.getId());
        assertThat(reps.find("rep4").orElseThrow().awaySince()).isNull();
        ClockUtil.reset();
    }

    @Test
    void saysWhatIsWrongWithACover() {
        assertThat(put("rep2", "/api/v1/reps/rep2/availability", "{\"available\": false, \"cover\": \"rep2\"}")
                        .body())
                .contains("/cover", "Nobody covers for themselves", "/until", "Say until when");
        assertThat(put("rep2", "/api/v1/reps/rep2/availability", "{\"available\": true, \"cover\": \"rep3\"}")
                        .body())
                .contains("/cover", "Who is there needs no cover");
        assertThat(reps.find("rep2").orElseThrow().awaySince()).isNull();
    }

    @Test
    void putsASilentRepBackWithTheNextLogin() {
        reps.passOver("rep3");
        assertThat(reps.find("rep3").orElseThrow().silentUntil()).isNotNull();

        Http.as("rep3", port).get("/api/v1/reps");

        assertThat(reps.find("rep3").orElseThrow().silentUntil()).isNull();
    }

    private HttpResponse<String> put(String user, String path, String body) {
        return Http.as(user, port).send("PUT", path, body, Map.of("Content-Type", "application/json"));
    }
}
