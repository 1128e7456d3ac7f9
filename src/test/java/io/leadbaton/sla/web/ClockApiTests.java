package io.leadbaton.sla.web;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class ClockApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    JdbcClient jdbc;

    @Test
    void explainsAClockThatRuns() {
        LeadId lead = scenario.arrives(aHotLead());

        JsonNode clock = explanation(clock(lead, "firstResponse"));

        assertThat(clock.at("/clause").asText()).isEqualTo("firstResponse");
        assertThat(clock.at("/state").asText()).isEqualTo("running");
        assertThat(clock.at("/target").asInt()).isEqualTo(1);
        assertThat(clock.at("/calendar").isMissingNode()).isTrue();
        assertThat(clock.at("/because").asText()).startsWith("Due ").contains("counted 1 min");
        assertThat(clock.at("/segments/0/kind").asText()).isEqualTo("counted");
        assertThat(clock.at("/marks").findValuesAsText("name"))
                .containsExactly("warning-50", "deadline", "copy-manager", "next-rep", "sales-operations");
        assertThat(clock.at("/events/0/type").asText()).isEqualTo("clock-started");
    }

    @Test
    void namesTheOpeningHoursThatCount() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);

        JsonNode clock = explanation(clock(lead, "disposition"));

        assertThat(clock.at("/unit").asText()).isEqualTo("businessDays");
        assertThat(clock.at("/calendar/id").asText()).isEqualTo("default");
        assertThat(clock.at("/calendar/zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(clock.at("/because").asText()).contains("weekend skipped");
    }

    @Test
    void excusesABreachOnceAndForAManagerOnly() {
        LeadId lead = scenario.arrives(aHotLead());
        String clock = clock(lead, "firstResponse");
        assertThat(say("manager1", clock, "excuse", "Too early.").statusCode()).isEqualTo(409);
        scenario.runsOut(lead, "firstResponse");

        assertThat(say("rep1", clock, "excuse", "I was busy.").statusCode()).isEqualTo(403);
        assertThat(say("manager1", clock, "excuse", " ").statusCode()).isEqualTo(422);
        HttpResponse<String> excused = say("manager1", clock, "excuse", "The phone system was down.");

        assertThat(excused.statusCode()).isEqualTo(200);
        JsonNode answer = Http.json(excused);
        assertThat(answer.at("/state").asText()).isEqualTo("excused");
        assertThat(answer.at("/excused/by").asText()).isEqualTo("manager1");
        assertThat(answer.at("/marks").findValuesAsText("reachedAt")).hasSize(3);
        assertThat(scenario.story(lead)).contains("clock-missed", "clock-excused");
        assertThat(say("manager1", clock, "excuse", "Once more.").statusCode()).isEqualTo(409);
    }

    @Test
    void letsOnlyTheOwnerContestABreach() {
        LeadId lead = scenario.arrives(aHotLead());
        String clock = clock(lead, "firstResponse");
        scenario.runsOut(lead, "firstResponse");
        String owner = String.valueOf(scenario.lead(lead).owner());
        String other = owner.equals("rep1") ? "rep2" : "rep1";

        assertThat(say(other, clock, "contest", "Not mine.").statusCode()).isEqualTo(409);
        HttpResponse<String> contested = say(owner, clock, "contest", "The lead asked for a call tomorrow.");

        assertThat(contested.statusCode()).isEqualTo(200);
        assertThat(Http.json(contested).at("/contested/by").asText()).isEqualTo(owner);
        assertThat(Http.json(contested).at("/state").asText()).isEqualTo("missed");
        assertThat(jdbc.sql("select text from leadbaton.notice where lead_id = ? and for_group = 'sales-manager'")
                        .param(lead.value())
                        .query(String.class)
                        .list())
                .anyMatch(text -> text.startsWith("A breach is contested"));
    }

    @Test
    void knowsNoClockOfThatName() {
        assertThat(Http.as("rep1", port).get("/api/v1/clocks/ghost/explanation").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> say(String user, String clock, String what, String reason) {
        return Http.as(user, port).post("/api/v1/clocks/" + clock + "/" + what, "{\"reason\": \"" + reason + "\"}");
    }

    private JsonNode explanation(String clock) {
        return Http.json(Http.as("rep1", port).get("/api/v1/clocks/" + clock + "/explanation"));
    }

    private String clock(LeadId lead, String clause) {
        return jdbc.sql(
                        "select id from leadbaton.sla_clock where lead_id = ? and clause = ? order by round desc limit 1")
                .params(lead.value(), clause)
                .query(String.class)
                .single();
    }
}
