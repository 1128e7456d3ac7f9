package io.leadbaton.lead.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class LeadApiTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Http rep;

    @BeforeEach
    void logIn() {
        rep = Http.as("rep1", port);
    }

    @Test
    void takesALeadInAndShowsIt() {
        HttpResponse<String> answer = rep.post("/api/v1/leads", """
                {"email": "ada@Example.COM", "phone": "+49 30 23125 001", "firstName": "Ada", "channel": "web-form",
                 "source": "Website", "externalId": "crm-1", "custom": {"plan": "gold"}}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        JsonNode lead = Http.json(rep.get(location));
        assertThat(lead.get("externalId").asText()).isEqualTo("crm-1");
        assertThat(lead.get("person").get("email").asText()).isEqualTo("ada@example.com");
        assertThat(lead.get("person").get("phone").asText()).isEqualTo("+493023125001");
        assertThat(lead.get("attempts").get("made").asInt()).isZero();
        assertThat(lead.get("sla").isArray()).isTrue();
        assertThat(lead.get("receivedAt").asText()).endsWith("Z");
        assertThat(lead.fieldNames())
                .toIterable()
                .contains("id", "stage", "stageReason", "owner", "team", "score", "policyVersion");
    }

    @Test
    void showsEverythingThatHappenedFromTheFirstEventOn() {
        String id = take("timeline@example.com");

        JsonNode timeline = Http.json(rep.get("/api/v1/leads/" + id + "/timeline"));

        assertThat(timeline.isArray()).isTrue();
        assertThat(timeline.get(0).get("seq").asInt()).isEqualTo(1);
        assertThat(timeline.get(0).get("type").asText()).isEqualTo("lead-received");
        assertThat(timeline.get(0).get("actor").asText()).isEqualTo("rep1");
    }

    @Test
    void answersARepeatedRequestWithTheSameLead() {
        Map<String, String> headers = key("repeated");
        HttpResponse<String> first = send("{\"email\": \"repeat@example.com\", \"city\": \"Bonn\"}", headers);
        HttpResponse<String> again = send("{ \"city\": \"Bonn\", \"email\": \"repeat@example.com\" }", headers);
        HttpResponse<String> other = send("{\"email\": \"other@example.com\"}", headers);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Http.json(again).get("id")).isEqualTo(Http.json(first).get("id"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Http.json(other).at("/errors/0/code").asText()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void makesOneLeadOfEightRequestsAtOnce() throws Exception {
        Callable<HttpResponse<String>> request = () -> send("{\"email\": \"eight@example.com\"}", key("eight"));
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> answers =
                    eight.invokeAll(IntStream.range(0, 8).mapToObj(i -> request).toList());

            long created = 0;
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isIn(200, 201);
                created += answer.get().statusCode() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        } finally {
            eight.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from leadbaton.lead where idempotency_key = 'eight'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void pagesThroughALongListWithoutGapOrRepeat() {
        String source = UUID.randomUUID().toString();
        IntStream.range(0, 7).forEach(i -> take("page" + i + "@" + source + ".example"));

        JsonNode first = Http.json(rep.get("/api/v1/leads?limit=4&q=" + source));
        JsonNode second = Http.json(rep.get("/api/v1/leads?limit=4&q=" + source + "&cursor="
                + first.get("next").asText()));

        assertThat(first.get("items")).hasSize(4);
        assertThat(second.get("items")).hasSize(3);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(second.get("items").findValuesAsText("id"))
                .doesNotContainAnyElementsOf(first.get("items").findValuesAsText("id"));
    }

    @Test
    void searchesForWhatIsTypedNotForPatterns() {
        take("wild@pattern.example");

        assertThat(Http.json(rep.get("/api/v1/leads?q=wild%25pattern")).get("items"))
                .isEmpty();
        assertThat(Http.json(rep.get("/api/v1/leads?q=wild@pattern")).get("items"))
                .hasSize(1);
        assertThat(Http.json(rep.get("/api/v1/leads?q=wild@pattern&stage=ERASED"))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void keepsASignalInTheTimeline() {
        String id = take("signal@example.com");

        HttpResponse<String> answer = rep.post("/api/v1/leads/" + id + "/signals", "{\"type\": \"bounced\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(rep.get("/api/v1/leads/" + id + "/timeline").body()).contains("signal-received");
    }

    @Test
    void refusesASignalThatTheStageDoesNotAllowWithASentence() {
        String id = take("early@example.com");

        HttpResponse<String> answer = rep.post("/api/v1/leads/" + id + "/signals", "{\"type\": \"won\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.json(answer).get("detail").asText()).contains("Only an opportunity");
    }

    @Test
    void erasesThePersonAndKeepsTheLead() {
        String id = take("erase@example.com");

        HttpResponse<String> answer =
                Http.as("manager1", port).send("DELETE", "/api/v1/leads/" + id + "/person", "", Map.of());

        assertThat(answer.statusCode()).isEqualTo(204);
        JsonNode lead = Http.json(rep.get("/api/v1/leads/" + id));
        assertThat(lead.get("person").isNull()).isTrue();
        assertThat(lead.get("stage").asText()).isEqualTo("ERASED");
    }

    @Test
    void describesItselfToPrograms() {
        JsonNode document = Http.json(rep.get("/v3/api-docs"));

        assertThat(document.at("/paths").fieldNames())
                .toIterable()
                .contains("/api/v1/leads", "/api/v1/leads/{id}/signals", "/api/v1/tasks/{taskId}/lead");
        assertThat(document.at("/components/schemas/NewLead/properties").has("email"))
                .isTrue();
        assertThat(document.at("/components/schemas/NewLead/properties").has("facts"))
                .isFalse();
    }

    private String take(String email) {
        HttpResponse<String> answer = rep.post("/api/v1/leads", "{\"email\": \"" + email + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.json(answer).get("id").asText();
    }

    private HttpResponse<String> send(String json, Map<String, String> headers) {
        return rep.send("POST", "/api/v1/leads", json, headers);
    }

    private static Map<String, String> key(String key) {
        return Map.of("Content-Type", "application/json", "Idempotency-Key", key);
    }
}
