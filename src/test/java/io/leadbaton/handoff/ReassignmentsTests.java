package io.leadbaton.handoff;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Refused;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Reps;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead changes hands where it stands, and nothing else about it changes. */
@LeadbatonTest
class ReassignmentsTests {

    @Autowired
    Scenario scenario;

    @Autowired
    Reassignments reassignments;

    @Autowired
    Reps reps;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    /** What the new owner promises anew begins at the very instant at which the old one did. */
    @BeforeEach
    void timeStandsStill() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-03-05T09:00:00Z")));
    }

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @ParameterizedTest
    @CsvSource({
        "acceptLead, ASSIGNED",
        "makeAttempt, WORKING",
        "qualifyLead, ENGAGED",
        "openOpportunity, SQL",
        "closeOpportunity, OPPORTUNITY",
        "takeOver, ASSIGNED"
    })
    void takesTheOpenTaskAlong(String task, Stage stage) {
        LeadId lead = waitingAt(task);
        Task before = scenario.task(lead, task);
        List<String> timers = timers(lead);
        List<String> variables = variables(lead);
        String other = otherThan(lead);

        reassignments.handOver(lead, other, new Note("Rita is ill"));

        Task now = scenario.task(lead, task);
        assertThat(now.getId()).isNotEqualTo(before.getId());
        assertThat(now.getAssignee()).isEqualTo(other);
        assertThat(scenario.openTasks(lead)).hasSize(1);
        assertThat(rights(before.getId())).isEmpty();
        assertThat(rights(now.getId())).containsExactly(other);
        assertThat(scenario.lead(lead).owner()).isEqualTo(other);
        assertThat(scenario.stage(lead)).isEqualTo(stage);
        assertThat(timers(lead)).isEqualTo(timers);
        assertThat(variables(lead)).isEqualTo(variables);
        assertThat(owners(lead)).containsOnly(other);
        assertThat(openAssignment(lead)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"acceptLead", "makeAttempt", "qualifyLead", "openOpportunity", "closeOpportunity", "takeOver"})
    void letsTheNewOwnerGoOnWithTheWork(String task) {
        LeadId lead = waitingAt(task);
        reassignments.handOver(lead, otherThan(lead), new Note("Rita is ill"));

        scenario.completes(
                lead,
                task,
                switch (task) {
                    case "acceptLead" -> Map.of("decision", "accept");
                    case "makeAttempt" -> Map.of("outcome", "no-answer", "note", "Rang out");
                    case "qualifyLead" -> Map.of("verdict", "qualified", "note", "Needs ten");
                    case "openOpportunity" -> Map.of("amount", 500);
                    case "closeOpportunity" -> Map.of("result", "won", "amount", 500);
                    default -> Map.of();
                });

        assertThat(scenario.waitsAt(lead)).doesNotContain(task);
        assertThat(notesInTheEngine()).isZero();
    }

    @Test
    void changesNothingButTheOwnerWhileTheNextAttemptIsAwaited() {
        LeadId lead = waitingAt("attemptPlanned");
        List<String> timers = timers(lead);
        String other = otherThan(lead);

        reassignments.handOver(lead, other, new Note("Fair share"));

        assertThat(timers(lead)).isEqualTo(timers);
        assertThat(scenario.waitsAt(lead)).containsExactly("attemptPlanned");
        scenario.fires(lead, "attemptPlanned");
        assertThat(scenario.task(lead, "makeAttempt").getAssignee()).isEqualTo(other);
    }

    @Test
    void keepsTheDateOfALeadOnHold() {
        LeadId lead = waitingAt("attemptPlanned");
        scenario.hears(
                lead,
                new Signal(
                        Signal.Type.HOLD,
                        null,
                        ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(20)),
                        null,
                        null));
        Date ends = scenario.timer(lead, "holdEnds").getDuedate();
        String other = otherThan(lead);

        reassignments.handOver(lead, other, new Note("Fair share"));

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ON_HOLD);
        assertThat(scenario.timer(lead, "holdEnds").getDuedate()).isEqualTo(ends);
        scenario.fires(lead, "holdEnds");
        scenario.fires(lead, "attemptPlanned");
        assertThat(scenario.task(lead, "makeAttempt").getAssignee()).isEqualTo(other);
    }

    @Test
    void keepsTheOwnerThroughTheStagesThatFollow() {
        LeadId lead = waitingAt("acceptLead");
        String other = otherThan(lead);
        reassignments.handOver(lead, other, new Note("Knows the company"));

        scenario.accepts(lead);
        scenario.tries(lead, "connected");

        assertThat(scenario.task(lead, "qualifyLead").getAssignee()).isEqualTo(other);
    }

    @Test
    void givesTheNewOwnerTheFullTimeOfEachPromise() {
        LeadId lead = waitingAt("qualifyLead");
        Date before = scenario.timer(lead, "qualificationDue").getDuedate();
        Scenario.passes(Duration.ofDays(2));
        String other = otherThan(lead);

        reassignments.handOver(lead, other, new Note("Fair share"));

        assertThat(scenario.timer(lead, "qualificationDue").getDuedate()).isAfter(before);
        assertThat(scenario.task(lead, "qualifyLead").getDueDate()).isAfter(before);
        assertThat(clockOwner(lead, "qualification")).isEqualTo(other);
    }

    @Test
    void watchesThePromisesOfTheNewOwnerAlsoWhenTheOldOneBrokeThem() {
        LeadId lead = waitingAt("qualifyLead");
        scenario.runsOut(lead, "qualification");
        assertThat(rootIncidents(lead)).hasSize(1);

        reassignments.handOver(lead, otherThan(lead), new Note("Too slow"));

        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("running");
        assertThat(rootIncidents(lead)).isEmpty();
        assertThat(scenario.task(lead, "qualifyLead").getPriority()).isEqualTo(50);
        scenario.runsOut(lead, "qualification");
        assertThat(rootIncidents(lead)).hasSize(1);
    }

    @Test
    void keepsOneIncidentOfABrokenPromiseOfTheLeadAtTheNewTask() {
        LeadId lead = waitingAt("makeAttempt");
        scenario.runsOut(lead, "firstResponse");

        reassignments.handOver(lead, otherThan(lead), new Note("Too slow"));
        reassignments.handOver(lead, otherThan(lead), new Note("Too slow"));

        assertThat(scenario.clockState(lead, "firstResponse")).isEqualTo("missed");
        assertThat(rootIncidents(lead))
                .extracting(Incident::getActivityId, Incident::getExecutionId)
                .containsExactly(
                        tuple("makeAttempt", scenario.task(lead, "makeAttempt").getExecutionId()));
    }

    @Test
    void tellsTheTimelineWhoHasItAndWhy() {
        LeadId lead = waitingAt("makeAttempt");
        String from = Objects.requireNonNull(scenario.lead(lead).owner());

        reassignments.handOver(lead, otherThan(lead), new Note("Rita is ill"));

        assertThat(jdbc.sql("""
                                select details ->> 'from' || ' ' || (details ->> 'note') from leadbaton.lead_event
                                where lead_id = ? and type = 'lead-assigned' order by seq desc limit 1
                                """).param(lead.value()).query(String.class).single())
                .isEqualTo(from + " Rita is ill");
    }

    @Test
    void refusesWhoIsAwayOrHasTheLeadAlready() {
        LeadId lead = waitingAt("makeAttempt");
        String owner = Objects.requireNonNull(scenario.lead(lead).owner());
        String away = otherThan(lead);
        reps.away(away, null);

        assertThatThrownBy(() -> reassignments.handOver(lead, away, new Note("?")))
                .hasMessageContaining("Choose somebody who is there");
        assertThatThrownBy(() -> reassignments.handOver(lead, owner, new Note("?")))
                .hasMessageContaining("has the lead already");
        assertThat(scenario.lead(lead).owner()).isEqualTo(owner);
        assertThat(scenario.task(lead, "makeAttempt").getAssignee()).isEqualTo(owner);
    }

    @Test
    void refusesALeadThatNobodyWorksOrThatIsClosed() {
        LeadId rejected = scenario.arrives(aHotLead());
        scenario.completes(rejected, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit"));
        LeadId closed = waitingAt("makeAttempt");
        scenario.completes(closed, "makeAttempt", Map.of("outcome", "wrong-data"));

        assertThatThrownBy(() -> reassignments.handOver(rejected, "rep1", new Note("?")))
                .hasMessageContaining("Nobody works this lead");
        assertThatThrownBy(() -> reassignments.handOver(closed, "rep1", new Note("?")))
                .hasMessageContaining("is closed");
    }

    @RepeatedTest(20)
    void leavesOneTaskWithTheOwnerWhenTheRepCompletesAtTheSameMoment() throws Exception {
        LeadId lead = waitingAt("qualifyLead");
        String task = scenario.task(lead, "qualifyLead").getId();
        String other = otherThan(lead);

        List<Throwable> failures = atOnce(
                () -> reassignments.handOver(lead, other, new Note("Now")),
                () -> tasks.complete(task, Map.of("verdict", "qualified")));

        assertThat(failures).allMatch(loser -> loser instanceof Refused || loser instanceof NullValueException);
        assertThat(failures).hasSizeLessThan(2);
        assertThat(scenario.openTasks(lead)).hasSize(1);
        assertThat(scenario.openTasks(lead).get(0).getAssignee())
                .isEqualTo(scenario.lead(lead).owner());
    }

    @RepeatedTest(20)
    void givesTheAttemptToTheOwnerWhenItsTimerFiresAtTheSameMoment() throws Exception {
        LeadId lead = waitingAt("attemptPlanned");
        Job timer = scenario.timer(lead, "attemptPlanned");
        String other = otherThan(lead);

        List<Throwable> failures = atOnce(
                () -> reassignments.handOver(lead, other, new Note("Now")), () -> management.executeJob(timer.getId()));

        assertThat(failures)
                .allMatch(loser -> loser instanceof Refused
                        || loser instanceof NullValueException
                        || loser instanceof OptimisticLockingException);
        if (scenario.openTasks(lead).isEmpty()) {
            scenario.fires(lead, "attemptPlanned");
        }
        assertThat(scenario.task(lead, "makeAttempt").getAssignee())
                .isEqualTo(scenario.lead(lead).owner());
    }

    private static List<Throwable> atOnce(Runnable... works) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(works.length);
        ExecutorService hands = Executors.newFixedThreadPool(works.length);
        try {
            List<Future<Throwable>> failures = hands.invokeAll(Stream.of(works)
                    .map(work -> (Callable<Throwable>) () -> {
                        start.await();
                        return failureOf(work);
                    })
                    .toList());
            return failures.stream()
                    .map(failure -> result(failure))
                    .filter(Objects::nonNull)
                    .toList();
        } finally {
            hands.shutdown();
        }
    }

    private static @Nullable Throwable result(Future<Throwable> failure) {
        try {
            return failure.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Throwable failureOf(Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    private LeadId waitingAt(String place) {
        LeadId lead = scenario.arrives(aHotLead());
        if (place.equals("acceptLead")) {
            return lead;
        }
        scenario.accepts(lead);
        if (place.equals("attemptPlanned")) {
            return lead;
        }
        scenario.fires(lead, "attemptPlanned");
        if (place.equals("makeAttempt")) {
            return lead;
        }
        scenario.completes(lead, "makeAttempt", Map.of("outcome", "connected"));
        if (place.equals("takeOver")) {
            scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
        } else if (!place.equals("qualifyLead")) {
            scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        }
        if (place.equals("closeOpportunity")) {
            scenario.completes(lead, "openOpportunity", Map.of("amount", 400));
        }
        assertThat(scenario.waitsAt(lead)).containsExactly(place);
        return lead;
    }

    private String otherThan(LeadId lead) {
        String owner = scenario.lead(lead).owner();
        return Stream.of("rep1", "rep2")
                .filter(rep -> !rep.equals(owner))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rights(String task) {
        return authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task).list().stream()
                .map(right -> right.getUserId())
                .toList();
    }

    private List<String> timers(LeadId lead) {
        return instances(lead)
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).list().stream())
                .map(this::nameAndDate)
                .sorted()
                .toList();
    }

    private String nameAndDate(Job job) {
        return management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                + " " + job.getDuedate();
    }

    /** Names and places; the owner's value is what changes. */
    private List<String> variables(LeadId lead) {
        return instances(lead)
                .flatMap(
                        instance -> runtime.createVariableInstanceQuery().processInstanceIdIn(instance).list().stream())
                .map(variable -> variable.getName() + (variable.getName().equals("owner") ? "" : variable.getValue()))
                .sorted()
                .toList();
    }

    private List<Object> owners(LeadId lead) {
        return instances(lead)
                .flatMap(
                        instance -> runtime
                                .createVariableInstanceQuery()
                                .processInstanceIdIn(instance)
                                .variableName("owner")
                                .list()
                                .stream())
                .map(VariableInstance::getValue)
                .toList();
    }

    private Stream<String> instances(LeadId lead) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                .map(instance -> instance.getId());
    }

    private List<Incident> rootIncidents(LeadId lead) {
        return runtime.createIncidentQuery().incidentType("slaBreached").list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .filter(incident -> instances(lead).anyMatch(incident.getProcessInstanceId()::equals))
                .toList();
    }

    private String clockOwner(LeadId lead, String clause) {
        return jdbc.sql("select owner from leadbaton.sla_clock where lead_id = ? and clause = ? and closed_at is null")
                .params(lead.value(), clause)
                .query(String.class)
                .single();
    }

    private String openAssignment(LeadId lead) {
        return jdbc.sql("select rep from leadbaton.assignment where lead_id = ? and ended_at is null")
                .param(lead.value())
                .query(String.class)
                .single();
    }

    private long notesInTheEngine() {
        return jdbc.sql("select count(*) from camunda.act_ru_variable where name_ = 'note' and text_ is not null")
                .query(Long.class)
                .single();
    }
}
