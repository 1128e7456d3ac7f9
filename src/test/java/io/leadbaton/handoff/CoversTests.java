package io.leadbaton.handoff;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Invariants;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.lead.Signal;
import io.leadbaton.rep.Reps;
import io.leadbaton.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rep who announces an absence and names a colleague who covers is not punished for it. */
@LeadbatonTest
class CoversTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant WEDNESDAY_MORNING = Instant.parse("2030-03-06T09:00:00Z");
    private static final String ANOTHER = "senior1";
    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    Invariants invariants;

    @Autowired
    Reps reps;

    @Autowired
    Reassignments reassignments;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void timeStandsStill() {
        ClockUtil.setCurrentTime(Date.from(WEDNESDAY_MORNING));
    }

    @AfterEach
    void everybodyComesBack() {
        identity.clearAuthentication();
        reps.all().forEach(rep -> reps.back(rep.userId()));
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("absence")
                .list()
                .forEach(absence -> runtime.deleteProcessInstance(absence.getId(), "over"));
    }

    @Test
    void stopsWhatTheOwnerPromisedAndNotWhatWasPromisedToTheLead() {
        LeadId lead = accepted();

        away(lead, DAY.multipliedBy(2), cover(lead));
        invariants.holdFor(lead);

        assertThat(scenario.clockState(lead, "disposition")).isEqualTo("paused");
        assertThat(scenario.clockState(lead, "nextAttempt")).isEqualTo("paused");
        assertThat(scenario.clockState(lead, "firstResponse")).isEqualTo("running");
        assertThat(scenario.clockState(lead, "processed")).isEqualTo("running");
        assertThat(timer(lead, "dispositionDue")).isAfter(NEVER);
        assertThat(timer(lead, "firstResponseDue")).isBefore(NEVER);
        assertThat(summaries(lead)).contains("Promises stand still: away, covered by " + cover(lead));
    }

    @Test
    void stopsNothingWhenNobodyCovers() {
        LeadId lead = accepted();

        away(lead, DAY.multipliedBy(2), null);

        assertThat(scenario.clockState(lead, "disposition")).isEqualTo("running");
        assertThat(timer(lead, "dispositionDue")).isBefore(NEVER);
        assertThat(absences()).isEmpty();
    }

    @Test
    void stopsNothingOfOtherOwners() {
        LeadId lead = accepted();
        LeadId other = accepted();
        assertThat(owner(other)).isNotEqualTo(owner(lead));

        away(lead, DAY, cover(lead));

        assertThat(scenario.clockState(other, "disposition")).isEqualTo("running");
    }

    @Test
    void movesTheDeadlineByTheBusinessTimeOfTheAbsence() {
        LeadId lead = talkedTo();
        Instant before = due(lead, "qualification");
        Instant timer = timer(lead, "qualificationDue");
        away(lead, DAY.multipliedBy(5), cover(lead));
        assertThat(scenario.task(lead, "qualifyLead").getDueDate())
                .as("no date to be late for")
                .isNull();

        endComes();

        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("running");
        assertThat(due(lead, "qualification"))
                .as("from Wednesday to Monday")
                .isEqualTo(before.plus(DAY.multipliedBy(5)));
        assertThat(timer(lead, "qualificationDue")).isAfter(timer);
        assertThat(scenario.task(lead, "qualifyLead").getDueDate()).isEqualTo(Date.from(due(lead, "qualification")));
        assertThat(reps.find(owner(lead)).orElseThrow().awaySince()).isNull();
        assertThat(summaries(lead)).contains("Promises run on: the owner is back");
    }

    @Test
    void letsTheLadderOfABrokenPromiseStandStill() {
        LeadId lead = talkedTo();
        scenario.hears(lead, Signal.Type.REPLIED);
        scenario.runsOut(lead, "reply");
        String owner = owner(lead);
        Instant rung = ladder(lead, "reply").getDuedate().toInstant();

        away(lead, DAY, cover(lead));
        invariants.holdFor(lead);

        assertThat(scenario.clockState(lead, "reply")).isEqualTo("missed");
        assertThat(ladder(lead, "reply").getDuedate().toInstant()).isAfter(NEVER);
        endComes();
        assertThat(owner(lead)).isEqualTo(owner);
        assertThat(ladder(lead, "reply").getDuedate().toInstant()).isAfter(rung).isBefore(NEVER);
    }

    @Test
    void runsOnWhenTheRepIsBackEarlierAndTheEndChangesNothingAnyMore() {
        LeadId lead = talkedTo();
        Instant before = due(lead, "qualification");
        away(lead, DAY.multipliedBy(5), cover(lead));
        Scenario.passes(DAY);

        tell(owner(lead), "back", null, null);

        assertThat(due(lead, "qualification")).isEqualTo(before.plus(DAY));
        String story = scenario.story(lead).toString();
        endComes();
        assertThat(due(lead, "qualification")).isEqualTo(before.plus(DAY));
        assertThat(scenario.story(lead)).hasToString(story);
    }

    @Test
    void waitsForTheLaterEndThatWasAnnouncedMeanwhile() {
        LeadId lead = talkedTo();
        away(lead, DAY, cover(lead));
        away(lead, DAY.multipliedBy(2), ANOTHER);
        invariants.holdFor(lead);

        endComes();
        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("paused");
        assertThat(notices(cover(lead))).isEmpty();
        assertThat(notices(ANOTHER)).hasSize(1);

        endComes();
        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("running");
    }

    @Test
    void runsOnWhenTheCoverIsGivenUp() {
        LeadId lead = talkedTo();
        away(lead, DAY, cover(lead));

        away(lead, DAY, null);
        invariants.holdFor(lead);

        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("running");
    }

    @Test
    void standsStillAfterTheHoldUntilTheOwnerIsBackToo() {
        LeadId lead = accepted();
        Instant before = due(lead, "disposition");
        scenario.hears(lead, hold());
        away(lead, DAY.multipliedBy(2), cover(lead));
        Scenario.passes(DAY);

        holdEnds(lead);
        assertThat(scenario.clockState(lead, "disposition")).isEqualTo("paused");
        assertThat(scenario.clockState(lead, "nextAttempt"))
                .as("begun by the end of the hold")
                .isEqualTo("paused");
        assertThat(scenario.clockState(lead, "processed")).isEqualTo("running");

        endComes();
        assertThat(scenario.clockState(lead, "disposition")).isEqualTo("running");
        assertThat(scenario.clockState(lead, "nextAttempt")).isEqualTo("running");
        assertThat(due(lead, "disposition"))
                .as("both together lasted two days")
                .isEqualTo(before.plus(DAY.multipliedBy(2)));
    }

    @Test
    void standsStillAfterTheAbsenceUntilTheHoldEndsToo() {
        LeadId lead = accepted();
        away(lead, DAY, cover(lead));
        scenario.hears(lead, hold());
        invariants.holdFor(lead);

        endComes();
        assertThat(scenario.clockState(lead, "disposition")).isEqualTo("paused");
        assertThat(timer(lead, "dispositionDue")).isAfter(NEVER);

        holdEnds(lead);
        assertThat(scenario.clockState(lead, "disposition")).isEqualTo("running");
    }

    @Test
    void stopsWhatALeadAsksOfARepWhoIsNotThere() {
        LeadId lead = talkedTo();
        away(lead, DAY, cover(lead));

        scenario.hears(lead, Signal.Type.REPLIED);
        invariants.holdFor(lead);

        assertThat(scenario.clockState(lead, "reply")).isEqualTo("paused");
        endComes();
        invariants.holdFor(lead);
        assertThat(scenario.clockState(lead, "reply")).isEqualTo("running");
        scenario.runsOut(lead, "reply");
        assertThat(scenario.clockState(lead, "reply")).isEqualTo("missed");
    }

    @Test
    void takesNoLeadFromARepWhoIsAwayBeforeAccepting() {
        LeadId lead = scenario.arrives(aHotLead());
        Instant taken = timer(lead, "acceptanceDue");

        away(lead, DAY, cover(lead));
        invariants.holdFor(lead);

        assertThat(timer(lead, "acceptanceDue")).isAfter(NEVER);
        endComes();
        assertThat(timer(lead, "acceptanceDue")).isAfter(taken).isBefore(NEVER);
    }

    @Test
    void beginsAnewForTheColleagueWhoGetsTheLead() {
        LeadId lead = talkedTo();
        String cover = cover(lead);
        away(lead, DAY, cover);

        reassignments.handOver(lead, cover, new Note("covers"));
        invariants.holdFor(lead);

        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("running");
        endComes();
        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("running");
    }

    @Test
    void tellsTheCoverOfEachLeadUntilTheRepIsBack() {
        LeadId lead = talkedTo();
        String rep = owner(lead);

        away(lead, DAY, cover(lead));

        assertThat(notices(cover(lead)))
                .contains(
                        "You cover for %s (%s), who has an open promise to this lead. A manager can hand the lead over to you."
                                .formatted(reps.find(rep).orElseThrow().name(), rep));
        tell(rep, "back", null, null);
        assertThat(notices(cover(lead))).isEmpty();
    }

    @Test
    void hearsTheRepInTasklist() {
        LeadId lead = talkedTo();
        String end = ClockUtil.getCurrentTime().toInstant().plus(DAY).toString();

        var answer = Visitor.loggedIn(port, owner(lead))
                .post("/camunda/api/engine/engine/default/process-definition/key/absence/submit-form", """
                        {"variables": {"status": {"value": "away"}, "until": {"value": "%s"}, "cover": {"value": " %s "}}}
                        """.formatted(
                                end, cover(lead)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("paused");
        assertThat(runtime.createVariableInstanceQuery().variableName("cover").list())
                .extracting(variable -> variable.getValue())
                .containsExactly(cover(lead));
        endComes();
        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("running");
    }

    private LeadId accepted() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        return lead;
    }

    private LeadId talkedTo() {
        LeadId lead = accepted();
        scenario.tries(lead, "connected");
        return lead;
    }

    private static Signal hold() {
        Instant until = ClockUtil.getCurrentTime().toInstant().plus(30, ChronoUnit.DAYS);
        return new Signal(Signal.Type.HOLD, null, until, null, null);
    }

    private void holdEnds(LeadId lead) {
        scenario.hears(lead, Signal.Type.RESUME);
        scenario.fires(lead, "holdEnds");
    }

    private void away(LeadId lead, Duration time, String cover) {
        tell(
                owner(lead),
                "away",
                ClockUtil.getCurrentTime().toInstant().plus(time).toString(),
                cover);
    }

    private void tell(String rep, String status, String until, String cover) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("status", status);
        fields.put("until", until);
        fields.put("cover", cover);
        identity.setAuthentication(rep, List.of("camunda-admin"));
        runtime.startProcessInstanceByKey("absence", fields);
        identity.clearAuthentication();
    }

    /** The next announced end of an absence comes. */
    private void endComes() {
        Job end = absences().get(0);
        if (end.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(end.getDuedate());
        }
        management.executeJob(end.getId());
    }

    private List<Job> absences() {
        return management
                .createJobQuery()
                .processDefinitionKey("absence")
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private Job ladder(LeadId lead, String clause) {
        return management
                .createJobQuery()
                .processInstanceId(scenario.escalation(lead, clause).orElseThrow())
                .timers()
                .singleResult();
    }

    private Instant timer(LeadId lead, String timer) {
        return scenario.timer(lead, timer).getDuedate().toInstant();
    }

    private Instant due(LeadId lead, String clause) {
        return jdbc.sql("select due_at from leadbaton.sla_clock where lead_id = ? and clause = ? and closed_at is null")
                .params(lead.value(), clause)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private String owner(LeadId lead) {
        return Objects.requireNonNull(scenario.lead(lead).owner());
    }

    private String cover(LeadId lead) {
        return owner(lead).equals("rep1") ? "rep2" : "rep1";
    }

    private List<String> notices(String user) {
        return jdbc.sql(
                        "select text from leadbaton.notice where for_user = ? and done_at is null and text like 'You cover%'")
                .param(user)
                .query(String.class)
                .list();
    }

    private List<String> summaries(LeadId lead) {
        return jdbc.sql("select summary from leadbaton.lead_event where lead_id = ?")
                .param(lead.value())
                .query(String.class)
                .list();
    }
}
