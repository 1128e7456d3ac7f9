package io.leadbaton.cadence;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A wrong outcome is put right: the attempt, the numbers, and the work on the lead as far as it can be taken back. */
@LeadbatonTest
class CorrectionsTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theClockGoesOn() {
        ClockUtil.reset();
    }

    @Test
    void changesOnlyTheNumbersWhenNobodyWasReachedEitherWay() {
        LeadId lead = inWork();
        scenario.tries(lead, "no-answer");

        correct(lead, 1, "voicemail");

        assertThat(outcome(lead, 1)).isEqualTo("voicemail");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(scenario.lead(lead).attemptsMade()).isEqualTo(1);
        assertThat(scenario.waitsAt(lead)).containsExactly("attemptPlanned");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void makesATalkOfAnAttemptThatWasOne(boolean atTheNextTask) {
        LeadId lead = inWork();
        scenario.tries(lead, "no-answer");
        if (atTheNextTask) {
            scenario.fires(lead, "attemptPlanned");
        }

        correct(lead, 1, "connected");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
        assertThat(scenario.lead(lead).contacted()).isTrue();
        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
        assertThat(openClauses(lead)).contains("qualification").doesNotContain("nextAttempt");
    }

    @Test
    void goesBackToTheContactPlanWhenThereWasNoTalk() {
        LeadId lead = inWork();
        scenario.tries(lead, "connected");

        correct(lead, 1, "no-answer");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(scenario.lead(lead).contacted()).isFalse();
        assertThat(scenario.waitsAt(lead)).containsExactly("attemptPlanned");
        assertThat(openClauses(lead)).contains("nextAttempt").doesNotContain("qualification");
        assertThat(states(lead, "qualification")).doesNotContain("met", "missed");
        scenario.tries(lead, "no-answer");
        assertThat(scenario.lead(lead).attemptsMade()).isEqualTo(2);
    }

    @Test
    void remembersAnEarlierTalkWhenTheLastOneWasNone() {
        LeadId lead = inWork();
        scenario.tries(lead, "connected");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "silent"));
        scenario.tries(lead, "connected");

        correct(lead, 2, "busy");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(scenario.lead(lead).contacted()).isTrue();
    }

    @Test
    void staysInTheTalkThatAReplyBegan() {
        LeadId lead = inWork();
        scenario.tries(lead, "connected");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "silent"));
        scenario.hears(lead, Signal.Type.REPLIED);

        correct(lead, 1, "no-answer");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
        assertThat(scenario.lead(lead).contacted()).isTrue();
        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
    }

    @Test
    void staysInATalkInWhichTheLeadHasAnsweredSince() {
        LeadId lead = inWork();
        scenario.tries(lead, "connected");
        scenario.hears(lead, Signal.Type.MEETING_BOOKED);

        correct(lead, 1, "sent");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
    }

    @Test
    void takesACorrectionBackByAnother() {
        LeadId lead = inWork();
        scenario.tries(lead, "no-answer");
        scenario.tries(lead, "busy");

        correct(lead, 1, "connected");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
        correct(lead, 1, "no-answer");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(jdbc.sql(
                                "select was || ' ' || became || ' ' || by from leadbaton.attempt_correction where lead_id = ? order by number")
                        .param(lead.value())
                        .query(String.class)
                        .list())
                .containsExactly("no-answer connected manager1", "connected no-answer manager1");
    }

    @Test
    void endsTheHoldOfACallBackThatNobodyAskedFor() {
        LeadId lead = calledBackLater();

        correct(lead, 1, "no-answer");
        assertThat(scenario.timer(lead, "holdEnds").getDuedate()).isBeforeOrEqualTo(ClockUtil.getCurrentTime());
        scenario.fires(lead, "holdEnds");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(scenario.waitsAt(lead)).containsExactly("attemptPlanned");
    }

    @Test
    void makesATalkOfACallBack() {
        LeadId lead = calledBackLater();

        correct(lead, 1, "connected");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
        assertThat(scenario.lead(lead).holdUntil()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"no-answer", "connected", "call-back"})
    void closesALeadWhoseDataProvesWrong(String logged) {
        LeadId lead = logged.equals("call-back") ? calledBackLater() : inWork();
        if (!logged.equals("call-back")) {
            scenario.tries(lead, logged);
        }

        correct(lead, 1, "wrong-data");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.DISQUALIFIED);
        assertThat(scenario.lead(lead).badData()).isTrue();
        assertThat(scenario.waitsAt(lead)).isEmpty();
        assertThat(openClauses(lead)).isEmpty();
    }

    @Test
    void saysWhatToDoWhenItCannotBeTakenBack() {
        LeadId closed = inWork();
        scenario.tries(closed, "wrong-data");
        LeadId qualified = inWork();
        scenario.tries(qualified, "connected");
        scenario.completes(qualified, "qualifyLead", Map.of("verdict", "qualified"));
        LeadId working = inWork();
        scenario.tries(working, "no-answer");
        LeadId exhausted = inWork();
        for (int attempt = scenario.lead(exhausted).attemptsPlanned(); attempt > 0; attempt--) {
            scenario.tries(exhausted, "no-answer");
        }

        assertThat(refusal(closed, 1, "no-answer")).contains("Take it in anew");
        assertThat(refusal(qualified, 1, "no-answer")).contains("ruled upon already");
        assertThat(refusal(working, 1, "call-back")).contains("put the lead on hold");
        assertThat(refusal(working, 1, "no-answer")).contains("logged already");
        assertThat(refusal(exhausted, 1, "connected")).contains("Tell it as a reply");
        assertThat(outcome(working, 1)).isEqualTo("no-answer");
        assertThat(jdbc.sql("select count(*) from leadbaton.attempt_correction where lead_id in (?, ?)")
                        .params(working.value(), qualified.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letsTheRepWhoLoggedItCorrectForAQuarterOfAnHour() {
        LeadId lead = inWork();
        scenario.tries(lead, "no-answer");
        String rep = Objects.requireNonNull(scenario.lead(lead).owner());
        String other = rep.equals("rep1") ? "rep2" : "rep1";

        assertThat(correct(other, lead, 1, "busy").statusCode()).isEqualTo(403);
        assertThat(correct("operations1", lead, 1, "busy").statusCode()).isEqualTo(403);
        assertThat(correct(rep, lead, 1, "busy").statusCode()).isEqualTo(200);
        Scenario.passes(Duration.ofMinutes(16));
        HttpResponse<String> late = correct(rep, lead, 1, "sent");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Http.json(late).get("detail").asText()).contains("Ask your manager");
        assertThat(correct("manager1", lead, 1, "sent").statusCode()).isEqualTo(200);
        assertThat(correct("manager1", lead, 9, "sent").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasLoggedAndTellsTheTimeline() {
        LeadId lead = inWork();
        scenario.tries(lead, "no-answer");
        correct(lead, 1, "voicemail");

        JsonNode timeline = Http.json(Http.as("manager1", port).get("/api/v1/leads/" + lead + "/timeline"));
        JsonNode last = timeline.get(timeline.size() - 1);

        assertThat(last.get("type").asText()).isEqualTo("attempt-corrected");
        assertThat(last.get("actor").asText()).isEqualTo("manager1");
        assertThat(last.at("/details/was").asText()).isEqualTo("no-answer");
        assertThat(last.at("/details/became").asText()).isEqualTo("voicemail");
        assertThat(last.at("/details/note").asText()).isEqualTo("Wrong button");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/outcome|outcome-unknown",
                "{\"outcome\": \"maybe\"}|/outcome|outcome-unknown",
                "{\"outcome\": \"busy\", \"note\": \"a\\u0000b\"}|/note|too-long",
                "{\"outcome\": \"busy\", \"at\": \"now\"}|/at|unknown-property"
            })
    void saysWhatIsWrongWithTheRequest(String body, String pointer, String code) {
        LeadId lead = inWork();
        scenario.tries(lead, "no-answer");

        HttpResponse<String> answer =
                Http.as("manager1", port).post("/api/v1/leads/%s/attempts/1/correction".formatted(lead), body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Http.json(answer).get("errors"))
                .anySatisfy(error -> assertThat(error.get("pointer").asText()
                                + error.get("code").asText())
                        .isEqualTo(pointer + code));
    }

    private LeadId inWork() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        return lead;
    }

    private LeadId calledBackLater() {
        LeadId lead = inWork();
        scenario.fires(lead, "attemptPlanned");
        scenario.completes(
                lead,
                "makeAttempt",
                Map.of(
                        "outcome",
                        "call-back",
                        "callBackAt",
                        ClockUtil.getCurrentTime()
                                .toInstant()
                                .plus(Duration.ofDays(30))
                                .toString()));
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ON_HOLD);
        return lead;
    }

    private void correct(LeadId lead, int attempt, String outcome) {
        HttpResponse<String> answer = correct("manager1", lead, attempt, outcome);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String refusal(LeadId lead, int attempt, String outcome) {
        HttpResponse<String> answer = correct("manager1", lead, attempt, outcome);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        return Http.json(answer).get("detail").asText();
    }

    private HttpResponse<String> correct(String user, LeadId lead, int attempt, String outcome) {
        return Http.as(user, port)
                .post(
                        "/api/v1/leads/%s/attempts/%d/correction".formatted(lead, attempt),
                        "{\"outcome\": \"%s\", \"note\": \"Wrong button\"}".formatted(outcome));
    }

    private String outcome(LeadId lead, int attempt) {
        return jdbc.sql("select outcome from leadbaton.attempt where lead_id = ? and number = ?")
                .params(lead.value(), attempt)
                .query(String.class)
                .single();
    }

    private List<String> openClauses(LeadId lead) {
        return jdbc.sql("select clause from leadbaton.sla_clock where lead_id = ? and closed_at is null")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private List<String> states(LeadId lead, String clause) {
        return jdbc.sql("select state from leadbaton.sla_clock where lead_id = ? and clause = ?")
                .params(lead.value(), clause)
                .query(String.class)
                .list();
    }
}
