package io.leadbaton.lead.web;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.rep.Reps;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LeadbatonTest
class StuckLeadsApiTests {

    private static final String STUCK = "/api/v1/stuck-leads";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Reps reps;

    Http manager;

    @BeforeEach
    void logIn() {
        manager = Http.as("manager1", port);
    }

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
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

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "operations1"})
    void namesPersonAndCompanyToThoseWhoGiveLeads(String user) {
        LeadId lead = ofACompany();
        Scenario.passes(Duration.ofMinutes(2));

        JsonNode line = of(lead, all(Http.as(user, port))).get(0);

        assertThat(line.get("name").asText()).isEqualTo("Grace Gross");
        assertThat(line.get("company").asText()).isEqualTo("Gross Pumps");
        assertThat(line.get("waitsFor").asText()).isEqualTo("Accept or reject lead");
        assertThat(line.get("waitsForWhom").asText())
                .isEqualTo(line.get("owner").asText());
        assertThat(line.get("mayBeGiven").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner1", "admin", "marketing1"})
    void saysNothingAboutThePersonToEverybodyElse(String user) {
        LeadId lead = ofACompany();
        rejectedLongAgo(lead);
        late();

        String body = Http.as(user, port).get(STUCK + "?limit=200").body();

        assertThat(body)
                .contains(lead.value(), "rejectionReview")
                .doesNotContain("Grace", "Gross", "Pumps", "Ada", "Meyer", "@", "\"mayBeGiven\":true");
    }

    @Test
    void saysWhatALeadWithoutOwnerWaitsFor() {
        List.of("rep1", "rep2", "rep3", "rep4").forEach(rep -> reps.away(rep, null));
        LeadId unowned = late();
        LeadId rejected = rejectedLongAgo();

        JsonNode waiting = of(unowned, all(manager)).get(0);
        JsonNode reviewed = of(rejected, all(manager)).stream()
                .filter(line -> line.get("clause").asText().equals("rejectionReview"))
                .findFirst()
                .orElseThrow();

        assertThat(waiting.get("owner").isNull()).isTrue();
        assertThat(waiting.get("waitsFor").asText()).isEqualTo("Assign a rep by hand");
        assertThat(waiting.get("waitsForWhom").asText()).isEqualTo("sales operations");
        assertThat(waiting.get("mayBeGiven").asBoolean()).isTrue();
        assertThat(reviewed.get("waitsForWhom").asText()).isEqualTo("marketing");
        assertThat(reviewed.get("mayBeGiven").asBoolean()).isFalse();
    }

    @Test
    void findsThoseThatWaitAtOneStepOfADiagram() {
        LeadId accepting = late();
        LeadId working = scenario.arrives(aHotLead());
        scenario.accepts(working);
        Scenario.passes(Duration.ofDays(3));

        JsonNode atStep =
                Http.json(manager.get(STUCK + "?limit=200&activity=acceptLead&definition=" + definition(accepting)));

        assertThat(atStep.get("leads"))
                .extracting(line -> line.get("leadId").asText())
                .contains(accepting.value())
                .doesNotContain(working.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=MjAyNi0xMS0yMVQwMDowMDowMFogYQA",
                "late=true",
                "activity=acceptLead"
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
        LeadId rejected = rejectedLongAgo();

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

    private LeadId rejectedLongAgo() {
        reps.back("rep1");
        LeadId lead = scenario.arrives(aHotLead());
        rejectedLongAgo(lead);
        return lead;
    }

    private void rejectedLongAgo(LeadId lead) {
        scenario.completes(
                lead, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit", "note", "Too small."));
        Scenario.passes(Duration.ofHours(49));
    }

    private LeadId ofACompany() {
        int number = COUNT.incrementAndGet();
        return LeadId.of(Http.json(manager.post("/api/v1/leads", """
                        {"email": "grace%d@gross.example", "phone": "+49309876%03d", "channel": "chat", "country": "Germany",
                         "firstName": "Grace", "lastName": "Gross", "company": "Gross Pumps"}""".formatted(number, number)))
                .get("id")
                .asText());
    }

    private String definition(LeadId lead) {
        return scenario.task(lead, "acceptLead").getProcessDefinitionId();
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
