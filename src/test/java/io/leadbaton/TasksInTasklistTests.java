package io.leadbaton;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.rep.Reps;
import io.leadbaton.security.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each task of each diagram, done once by whoever it is for, with a real login and no right but that of the role: in time, and when
 * every promise about the lead is broken and shown in Cockpit.
 */
@LeadbatonTest
class TasksInTasklistTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    Invariants invariants;

    @Autowired
    LeadEvents events;

    @Autowired
    Reps reps;

    @Autowired
    JdbcClient jdbc;

    private Date morning;

    /**
     * @param group who the task is offered to; empty when it is its owner's
     * @param next where the lead waits when it is done
     */
    record Step(String task, String group, Map<String, Object> fields, List<String> next) {}

    private static final List<Step> STEPS = List.of(
            new Step("sortOutLead", "operations1", Map.of("verdict", "sales"), List.of("acceptLead")),
            new Step("assignByHand", "operations1", Map.of("rep", "rep3"), List.of("acceptLead")),
            new Step("acceptLead", "", Map.of("decision", "accept", "note", "Mine."), List.of("attemptPlanned")),
            new Step(
                    "acceptLead",
                    "",
                    Map.of("decision", "reject", "reason", "no-need", "note", ""),
                    List.of("reviewRejection")),
            new Step(
                    "reviewRejection",
                    "marketing1",
                    Map.of("verdict", "overturn", "note", "Call."),
                    List.of("acceptLead")),
            new Step("makeAttempt", "", Map.of("outcome", "no-answer", "note", "Rang."), List.of("attemptPlanned")),
            new Step("makeAttempt", "", Map.of("outcome", "connected", "note", "We talked."), List.of("qualifyLead")),
            new Step(
                    "makeAttempt",
                    "",
                    Map.of("outcome", "call-back", "callBackAt", "2150-01-01T10:00Z"),
                    List.of("holdEnds")),
            new Step("qualifyLead", "", Map.of("verdict", "talking", "note", ""), List.of("qualifyLead")),
            new Step("qualifyLead", "", Map.of("verdict", "silent", "note", ""), List.of("attemptPlanned")),
            new Step("qualifyLead", "", Map.of("verdict", "qualified", "note", ""), List.of("openOpportunity")),
            new Step("qualifyLead", "", Map.of("verdict", "disqualified", "reason", "no-need"), List.of("takeOver")),
            new Step("openOpportunity", "", Map.of("amount", 12000), List.of("closeOpportunity")),
            new Step("closeOpportunity", "", Map.of("result", "won", "amount", 9000), List.of()),
            new Step("takeOver", "", Map.of(), List.of("attemptPlanned")),
            new Step("assignSenior", "operations1", Map.of("rep", "senior1"), List.of("takeOver")));

    static Stream<Step> steps() {
        return STEPS.stream();
    }

    @BeforeEach
    void remembersTheMorning() {
        morning = ClockUtil.getCurrentTime();
    }

    @AfterEach
    void theNextDayBegins() {
        ClockUtil.setCurrentTime(morning);
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @Test
    void leavesNoTaskOfADiagramOut() throws Exception {
        Set<String> drawn = new HashSet<>();
        try (DirectoryStream<Path> models = Files.newDirectoryStream(Path.of("processes"), "*.bpmn")) {
            models.forEach(model -> Bpmn.readModelFromFile(model.toFile())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> drawn.add(task.getId())));
        }

        assertThat(steps().map(Step::task)).containsAll(drawn);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void isDoneByWhoeverItIsForInTime(Step step) {
        LeadId lead = waitingAt(step.task());

        isDone(lead, step);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void isDoneByWhoeverItIsForWhenAllIsLate(Step step) {
        LeadId lead = waitingAt(step.task());
        breakPromises(lead);

        isDone(lead, step);
    }

    private void isDone(LeadId lead, Step step) {
        Task task = scenario.task(lead, step.task());
        String who = Optional.of(step.group()).filter(group -> !group.isEmpty()).orElse(task.getAssignee());
        Visitor person = Visitor.loggedIn(port, who);
        int before = events.timeline(lead).size();
        if (task.getAssignee() == null) {
            assertDone(person.post(ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\": \"" + who + "\"}"));
        }
        assertThat(person.get(ENGINE + "/task/" + task.getId() + "/deployed-form")
                        .statusCode())
                .isEqualTo(200);

        assertDone(person.post(ENGINE + "/task/" + task.getId() + "/submit-form", variables(step)));

        assertThat(scenario.waitsAt(lead)).isEqualTo(step.next());
        assertThat(events.timeline(lead).stream().skip(before).map(LeadEvent::actor))
                .isNotEmpty()
                .containsOnly(who);
        assertThat(noticesThatItWaits(lead)).isEmpty();
        invariants.holdFor(lead);
    }

    private List<String> noticesThatItWaits(LeadId lead) {
        return jdbc.sql(
                        "select text from leadbaton.notice where lead_id = ? and done_at is null and text like 'A lead waits%'")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static String variables(Step step) {
        Map<String, Object> values = step.fields().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
        return new ObjectMapper().valueToTree(Map.of("variables", values)).toString();
    }

    /** All but the acceptance, whose end takes the task away. */
    private void breakPromises(LeadId lead) {
        jdbc.sql("""
                        select clause from leadbaton.sla_clock
                        where lead_id = ? and closed_at is null and clause <> 'acceptance' order by due_at
                        """).param(lead.value()).query(String.class).list().forEach(clause -> scenario.runsOut(lead, clause));
    }

    private LeadId waitingAt(String task) {
        return switch (task) {
            case "sortOutLead" -> scenario.arrivesUnassessed(aHotLead());
            case "assignByHand" -> withNobodyThere();
            case "acceptLead" -> scenario.arrives(aHotLead());
            case "reviewRejection" -> rejected();
            default -> accepted(task);
        };
    }

    private LeadId withNobodyThere() {
        reps.all().forEach(rep -> reps.away(rep.userId(), null));
        LeadId lead = scenario.arrives(aHotLead());
        reps.all().forEach(rep -> reps.back(rep.userId()));
        return lead;
    }

    private LeadId rejected() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "no-need"));
        return lead;
    }

    private LeadId accepted(String task) {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.fires(lead, "attemptPlanned");
        return task.equals("makeAttempt") ? lead : talked(lead, task);
    }

    private LeadId talked(LeadId lead, String task) {
        scenario.completes(lead, "makeAttempt", Map.of("outcome", "connected"));
        switch (task) {
            case "qualifyLead" -> {}
            case "takeOver" -> lostByTheFirst(lead);
            case "assignSenior" -> {
                reps.away("senior1", null);
                lostByTheFirst(lead);
                reps.back("senior1");
            }
            default -> qualified(lead, task);
        }
        return lead;
    }

    private void lostByTheFirst(LeadId lead) {
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
    }

    private void qualified(LeadId lead, String task) {
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        if (task.equals("closeOpportunity")) {
            scenario.completes(lead, "openOpportunity");
        }
    }
}
