package io.leadbaton.lead.web;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LeadbatonTest
class StuckLeadsApiTests {

    private static final String STUCK = "/api/v1/stuck-leads";

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    RuntimeService runtime;

    Http manager;

    @BeforeEach
    void logIn() {
        manager = Http.as("manager1", port);
    }

    @Test
    void namesEveryOverduePromiseOldestFirst() {
        LeadId first = scenario.arrives(aHotLead());
        Scenario.passes(Duration.ofMinutes(10));
        LeadId second = scenario.arrives(aHotLead());
        Scenario.passes(Duration.ofMinutes(10));

        List<JsonNode> stuck = all(manager);

        assertThat(stuck).extracting(line -> line.get("dueAt").asText()).isSorted();
        assertThat(clauses(first, stuck)).containsExactlyInAnyOrder("acceptance", "firstResponse");
        JsonNode oldest = of(first, stuck).get(0);
        assertThat(stuck.indexOf(oldest))
                .isLessThan(stuck.indexOf(of(second, stuck).get(0)));
        assertThat(oldest.get("lateBySeconds").asLong()).isBetween(19 * 60 - 5L, 19 * 60 + 5L);
        assertThat(oldest.get("owner").asText()).startsWith("rep");
        assertThat(oldest.get("stage").asText()).isEqualTo("ASSIGNED");
    }

    @Test
    void leadsToTheRootInstanceOfTheLead() {
        LeadId lead = late();

        String instance = of(lead, all(manager)).get(0).get("instance").asText();

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo(lead.value());
        assertThat(runtime.createProcessInstanceQuery()
                        .rootProcessInstances()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsKeptOnHoldOrEnded() {
        LeadId kept = scenario.arrives(aHotLead());
        scenario.accepts(kept);
        scenario.tries(kept, "no-answer");
        LeadId ended = late();
        scenario.hears(ended, Signal.Type.OPTED_OUT);
        Scenario.passes(Duration.ofMinutes(5));

        List<JsonNode> stuck = all(manager);

        assertThat(of(kept, stuck)).isEmpty();
        assertThat(of(ended, stuck)).isEmpty();
    }

    @Test
    void countsByTeam() {
        long before = overdueOf("inside");
        late();

        assertThat(overdueOf("inside")).isEqualTo(before + 2);
        assertThat(Http.json(manager.get(STUCK + "?team=nobody")).get("leads")).isEmpty();
        assertThat(Http.json(manager.get(STUCK + "?team=inside")).get("leads")).isNotEmpty();
    }

    @Test
    void pagesWithoutGapOrRepeat() {
        List.of(1, 2, 3).forEach(number -> late());

        List<String> clocks = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = Http.json(manager.get(STUCK + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next)));
            page.get("leads").forEach(line -> clocks.add(line.get("clockId").asText()));
            next = page.get("next").asText("");
        } while (!next.equals("null") && !next.isEmpty());

        assertThat(clocks)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(all(manager).stream()
                        .map(line -> line.get("clockId").asText())
                        .toList());
    }

    @Test
    void saysNothingAboutThePerson() {
        LeadId lead = late();
        String person = Http.json(manager.get("/api/v1/leads/" + lead))
                .at("/person/email")
                .asText();

        assertThat(person).contains("@");
        assertThat(manager.get(STUCK + "?limit=200").body())
                .contains(lead.value())
                .doesNotContain(person, "Meyer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=MjAyNi0xMS0yMVQwMDowMDowMFogYQA",
                "late=true"
            })
    void refusesWhatItCannotAnswer(String question) {
        HttpResponse<String> answer = manager.get(STUCK + "?" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).at("/errors/0/code").asText()).isEqualTo("bad-query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations1", "owner1", "admin"})
    void answersWhoeverWatchesOverTheWork(String user) {
        late();

        JsonNode page = Http.json(Http.as(user, port).get(STUCK));

        assertThat(page.get("leads")).isNotEmpty();
        assertThat(page.get("mayReassign").asBoolean()).isEqualTo(user.equals("operations1"));
    }

    @Test
    void showsMarketingItsOwnPromisesOnly() {
        late();
        LeadId rejected = scenario.arrives(aHotLead());
        scenario.completes(
                rejected, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit", "note", "Too small."));
        Scenario.passes(Duration.ofHours(49));

        List<JsonNode> stuck = all(Http.as("marketing1", port));

        assertThat(stuck).extracting(line -> line.get("clause").asText()).containsOnly("rejectionReview");
        assertThat(clauses(rejected, stuck)).containsExactly("rejectionReview");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rep1", "senior1"})
    void isNotForReps(String user) {
        assertThat(Http.as(user, port).get(STUCK).statusCode()).isEqualTo(403);
    }

    private LeadId late() {
        LeadId lead = scenario.arrives(aHotLead());
        Scenario.passes(Duration.ofMinutes(2));
        return lead;
    }

    private long overdueOf(String team) {
        for (JsonNode figures : Http.json(manager.get(STUCK)).get("teams")) {
            if (figures.get("team").asText().equals(team)) {
                return figures.get("overdue").asLong();
            }
        }
        return 0;
    }

    private static List<JsonNode> all(Http person) {
        List<JsonNode> lines = new ArrayList<>();
        Http.json(person.get(STUCK + "?limit=200")).get("leads").forEach(lines::add);
        return lines;
    }

    private static List<JsonNode> of(LeadId lead, List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.get("leadId").asText().equals(lead.value()))
                .toList();
    }

    private static List<String> clauses(LeadId lead, List<JsonNode> lines) {
        return of(lead, lines).stream().map(line -> line.get("clause").asText()).toList();
    }
}
