package io.leadbaton.handoff;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Reps;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead that waits for somebody to choose its rep gets one from a manager as well, at the same door as every other lead. */
@LeadbatonTest
class UnownedLeadsTests {

    private static final List<String> REPS = List.of("rep1", "rep2", "rep3", "rep4");

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    Reps reps;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "operations1"})
    void givesALeadThatNoRepCouldTake(String user) {
        LeadId lead = unowned();
        String task = scenario.task(lead, "assignByHand").getId();

        HttpResponse<String> answer = give(user, lead, "rep1");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(scenario.lead(lead).owner()).isEqualTo("rep1");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
        assertThat(scenario.task(lead, "acceptLead").getAssignee()).isEqualTo("rep1");
        assertThat(scenario.clockState(lead, "acceptance")).isEqualTo("running");
        assertThat(history.createUserOperationLogQuery()
                        .taskId(task)
                        .operationType("Complete")
                        .list())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getUserId()).isEqualTo(user));
        assertThat(actors(lead, "lead-assigned")).containsExactly(user);
        assertThat(notes(lead)).containsExactly("She knows the trade");
        assertThat(noteInTheEngine()).isZero();
        assertThat(openNotices(lead)).isEmpty();
    }

    @Test
    void givesALeadThatWaitsForASecondVoice() {
        LeadId lead = waitingForASenior();
        reps.back("senior1");

        JsonNode choice = Http.json(choice("manager1", lead));
        HttpResponse<String> answer = give("manager1", lead, "senior1");

        assertThat(userIds(choice)).containsExactly("senior1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(scenario.waitsAt(lead)).containsExactly("takeOver");
        assertThat(scenario.task(lead, "takeOver").getAssignee()).isEqualTo("senior1");
        assertThat(openNotices(lead)).isEmpty();
    }

    @Test
    void offersEverybodyWhileNoSeniorIsThere() {
        LeadId lead = waitingForASenior();

        assertThat(userIds(Http.json(choice("manager1", lead))))
                .containsExactlyInAnyOrder("rep1", "rep2", "rep3", "rep4", "senior1");
        assertThat(give("manager1", lead, "rep2").statusCode()).isEqualTo(200);
        assertThat(scenario.waitsAt(lead)).containsExactly("takeOver");
    }

    @Test
    void givesALeadWhoseRejectionWasOverturned() {
        LeadId lead = rejected();
        REPS.forEach(rep -> reps.away(rep, null));
        scenario.completes(lead, "reviewRejection", Map.of("verdict", "overturn", "note", "Ring again"));
        assertThat(scenario.waitsAt(lead)).containsExactly("assignByHand");
        reps.back("rep2");

        assertThat(give("manager1", lead, "rep2").statusCode()).isEqualTo(200);
        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
    }

    @Test
    void saysWhomALeadWaitsForThatNobodyCanBeGiven() {
        LeadId rejected = rejected();
        LeadId unsorted = scenario.arrivesUnassessed(aHotLead());

        HttpResponse<String> ofMarketing = give("manager1", rejected, "rep1");
        HttpResponse<String> ofOperations = give("manager1", unsorted, "rep1");

        assertThat(ofMarketing.statusCode()).isEqualTo(409);
        assertThat(detail(ofMarketing)).contains("waits for marketing", "Review rejection");
        assertThat(ofOperations.statusCode()).isEqualTo(409);
        assertThat(detail(ofOperations)).contains("waits for sales operations");
        JsonNode choice = Http.json(choice("manager1", rejected));
        assertThat(choice.get("mayBeGiven").asBoolean()).isFalse();
        assertThat(choice.get("reps")).isEmpty();
        assertThat(choice.at("/waitsFor/group").asText()).isEqualTo("marketing");
    }

    @Test
    void refusesWhoIsAway() {
        LeadId lead = unowned();

        HttpResponse<String> answer = give("manager1", lead, "rep2");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(detail(answer)).contains("Choose somebody who is there");
        assertThat(scenario.waitsAt(lead)).containsExactly("assignByHand");
        assertThat(notes(lead)).isEmpty();
    }

    @Test
    void saysWhoIsThereAndHowMuchTheyHave() {
        LeadId had = scenario.arrives(aHotLead());
        String busy = String.valueOf(scenario.lead(had).owner());
        LeadId lead = unowned();
        reps.back(busy);

        JsonNode choice = Http.json(choice("manager1", lead));

        assertThat(choice.get("owner").isNull()).isTrue();
        assertThat(choice.at("/waitsFor/name").asText()).isEqualTo("Assign a rep by hand");
        JsonNode there = candidate(choice, busy);
        assertThat(there.get("openLeads").asInt()).isEqualTo(1);
        assertThat(there.get("hindrance").isNull()).isTrue();
        String away = busy.equals("rep2") ? "rep3" : "rep2";
        assertThat(candidate(choice, away).get("hindrance").asText()).isEqualTo("away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rep1", "senior1", "marketing1", "owner1", "admin"})
    void isForManagersAndSalesOperationsOnly(String user) {
        LeadId lead = unowned();

        assertThat(give(user, lead, "rep1").statusCode()).isEqualTo(403);
        assertThat(choice(user, lead).statusCode()).isEqualTo(403);
        assertThat(scenario.waitsAt(lead)).containsExactly("assignByHand");
    }

    @RepeatedTest(5)
    void tellsTheSecondOfTwoManagersWhoWasFirst() throws Exception {
        LeadId lead = unowned();
        reps.back("rep2");

        List<HttpResponse<String>> answers =
                atOnce(() -> give("manager1", lead, "rep1", ""), () -> give("operations1", lead, "rep2", ""));

        HttpResponse<String> first = withStatus(answers, 200);
        HttpResponse<String> second = withStatus(answers, 409);
        String owner = Http.json(first).get("owner").asText();
        assertThat(scenario.lead(lead).owner()).isEqualTo(owner);
        assertThat(scenario.openTasks(lead)).hasSize(1);
        assertThat(detail(second))
                .contains(owner.equals("rep1") ? "manager1 on" : "operations1 on")
                .contains("Assigned to");
    }

    @Test
    void doesNotUndoUnseenWhatSomebodyElseDecided() {
        LeadId lead = unowned();
        reps.back("rep2");
        give("operations1", lead, "rep1", "");

        HttpResponse<String> late = give("manager1", lead, "rep2", "");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(detail(late)).contains("operations1 on", "Assigned to");
        assertThat(scenario.lead(lead).owner()).isEqualTo("rep1");
        assertThat(give("manager1", lead, "rep2", "rep1").statusCode()).isEqualTo(200);
    }

    private LeadId unowned() {
        REPS.forEach(rep -> reps.away(rep, null));
        reps.away("senior1", null);
        LeadId lead = scenario.arrives(aHotLead());
        assertThat(scenario.waitsAt(lead)).containsExactly("assignByHand");
        reps.back("rep1");
        return lead;
    }

    private LeadId waitingForASenior() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "connected");
        reps.away("senior1", null);
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
        assertThat(scenario.waitsAt(lead)).containsExactly("assignSenior");
        return lead;
    }

    private LeadId rejected() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit", "note", "Small"));
        return lead;
    }

    private HttpResponse<String> give(String user, LeadId lead, String rep) {
        return post(user, lead, "{\"rep\": \"%s\", \"reason\": \"She knows the trade\"}".formatted(rep));
    }

    private HttpResponse<String> give(String user, LeadId lead, String rep, String from) {
        return post(
                user,
                lead,
                "{\"rep\": \"%s\", \"reason\": \"She knows the trade\", \"from\": \"%s\"}".formatted(rep, from));
    }

    private HttpResponse<String> post(String user, LeadId lead, String body) {
        return Http.as(user, port).post("/api/v1/leads/%s/owner".formatted(lead), body);
    }

    private HttpResponse<String> choice(String user, LeadId lead) {
        return Http.as(user, port).get("/api/v1/leads/%s/owner".formatted(lead));
    }

    @SafeVarargs
    private static List<HttpResponse<String>> atOnce(Callable<HttpResponse<String>>... works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.length);
        ExecutorService hands = Executors.newFixedThreadPool(works.length);
        try {
            List<Future<HttpResponse<String>>> running = new ArrayList<>();
            for (Callable<HttpResponse<String>> work : works) {
                running.add(hands.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            hands.shutdown();
        }
    }

    private static HttpResponse<String> withStatus(List<HttpResponse<String>> answers, int status) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == status)
                .findFirst()
                .orElseThrow(() -> new AssertionError("None with " + status + ": "
                        + answers.stream().map(HttpResponse::body).toList()));
    }

    private static String detail(HttpResponse<String> answer) {
        return Http.json(answer).get("detail").asText();
    }

    private static List<String> userIds(JsonNode choice) {
        List<String> users = new ArrayList<>();
        choice.get("reps").forEach(rep -> users.add(rep.get("userId").asText()));
        return users;
    }

    private static JsonNode candidate(JsonNode choice, String user) {
        for (JsonNode rep : choice.get("reps")) {
            if (rep.get("userId").asText().equals(user)) {
                return rep;
            }
        }
        throw new AssertionError("No " + user + " in " + choice);
    }

    private List<String> actors(LeadId lead, String type) {
        return jdbc.sql("select actor from leadbaton.lead_event where lead_id = ? and type = ?")
                .params(lead.value(), type)
                .query(String.class)
                .list();
    }

    private List<String> notes(LeadId lead) {
        return jdbc.sql("select details ->> 'note' from leadbaton.lead_event where lead_id = ?"
                        + " and details ->> 'note' is not null")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private List<String> openNotices(LeadId lead) {
        return jdbc.sql("select text from leadbaton.notice where lead_id = ? and done_at is null")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private long noteInTheEngine() {
        return jdbc.sql("select count(*) from camunda.act_ru_variable where text_ like '%trade%'")
                .query(Long.class)
                .single();
    }
}
