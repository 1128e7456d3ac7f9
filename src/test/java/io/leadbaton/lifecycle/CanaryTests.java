package io.leadbaton.lifecycle;

import static io.leadbaton.lead.NewLeadFixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Canary;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.NewLead;
import io.leadbaton.lead.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person with a word that nobody else has goes through every door and every form: no table of the engine ever learns it. */
@LeadbatonTest
class CanaryTests {

    private static final String CANARY = "Zanzibarine";

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Test
    void leavesNothingPersonalInTheEngine() {
        typed();
        posted();
        imported();
        workedWithNotes();
        rejectedWithNotes();

        assertThat(jdbc.sql("select count(*) from leadbaton.lead_person where last_name = ?")
                        .param(CANARY)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(tablesThatKnow()).isEmpty();
    }

    private void typed() {
        Map<String, Object> form = new HashMap<>();
        for (String field : List.of("firstName", "lastName", "company", "jobTitle", "city", "message")) {
            form.put(field, CANARY);
        }
        form.put("phone", null);
        form.put("country", "Germany");
        form.put("email", CANARY + ".typed@example.com");
        form.put("channel", "phone");
        runtime.startProcessInstanceByKey("registration", form);
    }

    private void posted() {
        assertThat(Http.as("marketing1", port)
                        .post("/api/v1/leads", """
                                {"email": "%1$s.posted@example.com", "lastName": "%1$s", "channel": "chat", "message": "%1$s"}
                                """.formatted(CANARY))
                        .statusCode())
                .isEqualTo(201);
    }

    private void imported() {
        Http marketing = Http.as("marketing1", port);
        String id = Http.json(marketing.send(
                        "POST",
                        "/api/v1/imports",
                        "Email,Last Name,Company\n%1$s.file@example.com,%1$s,%1$s\n".formatted(CANARY),
                        Map.of("Content-Type", "text/csv")))
                .get("id")
                .asText();
        Awaitility.await()
                .until(() -> Http.json(marketing.get("/api/v1/imports/" + id))
                        .get("state")
                        .asText()
                        .equals("done"));
    }

    private void workedWithNotes() {
        LeadId lead = scenario.arrives(hot("worked"));
        scenario.completes(lead, "acceptLead", Map.of("decision", "accept", "note", CANARY));
        scenario.fires(lead, "attemptPlanned");
        scenario.completes(lead, "makeAttempt", Map.of("outcome", "no-answer", "note", CANARY));
        scenario.hears(lead, new Signal(Signal.Type.REPLIED, null, null, CANARY, null));
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified", "note", CANARY));
        scenario.completes(lead, "openOpportunity");
        assertThat(tablesThatKnow()).as("while the deal is open").isEmpty();
        scenario.completes(lead, "closeOpportunity", Map.of("result", "lost", "reason", CANARY, "note", CANARY));
    }

    private void rejectedWithNotes() {
        LeadId lead = scenario.arrives(hot("rejected"));
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "other", "note", CANARY));
        assertThat(tablesThatKnow()).as("while the review is open").isEmpty();
        scenario.completes(lead, "reviewRejection", Map.of("verdict", "nurture", "note", CANARY));
    }

    private static NewLead hot(String name) {
        return aLead(
                "%s.%s@example.com".formatted(CANARY, name),
                "+493012345678",
                "Germany",
                "chat",
                CANARY,
                Map.of(),
                null);
    }

    private List<String> tablesThatKnow() {
        return Canary.tablesThatKnow(CANARY, jdbc);
    }
}
