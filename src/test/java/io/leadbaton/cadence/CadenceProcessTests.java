package io.leadbaton.cadence;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class CadenceProcessTests {

    @Autowired
    Scenario scenario;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Test
    void bringsAConnectedLeadToQualification() {
        LeadId lead = inWork();

        scenario.tries(lead, "no-answer");
        scenario.tries(lead, "connected");

        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
    }

    @Test
    void exhaustsAllPlannedAttemptsWithoutGapInTheirNumbers() {
        LeadId lead = inWork();
        int planned = scenario.lead(lead).attemptsPlanned();

        for (int attempt = 0; attempt < planned; attempt++) {
            assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
            scenario.tries(lead, "no-answer");
        }

        assertThat(planned).isBetween(5, 10);
        assertThat(numbers(lead))
                .isEqualTo(IntStream.rangeClosed(1, planned).boxed().toList());
        assertThat(scenario.story(lead)).contains("lead-disposed");
        assertThat(scenario.waitsAt(lead)).doesNotContain("makeAttempt");
    }

    @Test
    void showsTheFirstAttemptAsUrgentAsTheFirstResponseIs() {
        LeadId lead = inWork();
        scenario.fires(lead, "attemptPlanned");

        Instant due = scenario.task(lead, "makeAttempt").getDueDate().toInstant();

        assertThat(due).isBefore(ClockUtil.getCurrentTime().toInstant().plus(2, ChronoUnit.MINUTES));
    }

    @Test
    void closesALeadWhoseDataIsWrong() {
        LeadId lead = inWork();

        scenario.tries(lead, "wrong-data");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.DISQUALIFIED);
        assertThat(scenario.waitsAt(lead)).isEmpty();
    }

    @Test
    void turnsAReplyIntoATaskAtOnce() {
        LeadId waiting = inWork();
        LeadId due = inWork();
        scenario.fires(due, "attemptPlanned");

        scenario.hears(waiting, Signal.Type.REPLIED);
        scenario.hears(due, Signal.Type.MEETING_BOOKED);

        assertThat(scenario.waitsAt(waiting)).containsExactly("qualifyLead");
        assertThat(scenario.waitsAt(due)).containsExactly("qualifyLead");
    }

    @Test
    void remembersAReplyThatCameBeforeTheLeadWasAccepted() {
        LeadId lead = scenario.arrives(aHotLead());

        scenario.hears(lead, Signal.Type.REPLIED);
        scenario.accepts(lead);

        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
    }

    @Test
    void callsBackOnTheAgreedDate() {
        LeadId lead = inWork();
        Instant callBack = ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(10));
        scenario.fires(lead, "attemptPlanned");

        scenario.completes(lead, "makeAttempt", Map.of("outcome", "call-back", "callBackAt", callBack.toString()));

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ON_HOLD);
        assertThat(scenario.timer(lead, "holdEnds").getDuedate().toInstant()).isEqualTo(callBack);
        scenario.fires(lead, "holdEnds");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(scenario.waitsAt(lead)).containsExactly("attemptPlanned");
    }

    @Test
    void letsTheDispositionClockStandStillWhileOnHold() {
        LeadId lead = inWork();
        Instant before = scenario.timer(lead, "dispositionDue").getDuedate().toInstant();

        hold(lead, Duration.ofDays(7));
        assertThat(scenario.timer(lead, "dispositionDue").getDuedate().toInstant())
                .isAfter(before.plus(Duration.ofDays(300)));
        scenario.fires(lead, "holdEnds");

        assertThat(scenario.timer(lead, "dispositionDue").getDuedate().toInstant())
                .isCloseTo(before.plus(Duration.ofDays(7)), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void resumesBeforeTheHoldEndsWhenAsked() {
        LeadId lead = inWork();
        hold(lead, Duration.ofDays(30));

        scenario.hears(lead, Signal.Type.RESUME);

        assertThat(scenario.timer(lead, "holdEnds").getDuedate()).isBeforeOrEqualTo(ClockUtil.getCurrentTime());
        scenario.fires(lead, "holdEnds");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
    }

    @Test
    void wakesALeadOnHoldThatReplies() {
        LeadId lead = inWork();
        hold(lead, Duration.ofDays(30));

        scenario.hears(lead, Signal.Type.REPLIED);

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
    }

    @Test
    void reportsALateAttemptAndALateDispositionOnce() {
        LeadId lead = inWork();
        scenario.fires(lead, "attemptPlanned");

        scenario.runsOut(lead, "nextAttempt");
        scenario.runsOut(lead, "disposition");

        assertThat(missed(lead)).containsExactlyInAnyOrder("nextAttempt", "disposition");
        assertThat(scenario.waitsAt(lead)).containsExactly("makeAttempt");
    }

    @Test
    void refusesAnAttemptWithoutOutcomeAndACallBackInThePast() {
        LeadId lead = inWork();
        scenario.fires(lead, "attemptPlanned");

        assertThatThrownBy(() -> scenario.completes(lead, "makeAttempt"))
                .hasMessageContaining("Choose what came of the attempt");
        assertThatThrownBy(() -> scenario.completes(
                        lead, "makeAttempt", Map.of("outcome", "call-back", "callBackAt", "2020-01-01T10:00Z")))
                .hasMessageContaining("lies in the past");
        assertThatThrownBy(() -> scenario.completes(lead, "makeAttempt", Map.of("outcome", "call-back")))
                .hasMessageContaining("when to call back");
        assertThat(numbers(lead)).isEmpty();
        assertThat(scenario.waitsAt(lead)).containsExactly("makeAttempt");
    }

    @Test
    void tellsTheChannelTheRepWasAskedToUse() {
        LeadId lead = inWork();
        jdbc.sql("update leadbaton.contact_plan set channels = '{email,phone}' where lead_id = ?")
                .param(lead.value())
                .update();
        scenario.fires(lead, "attemptPlanned");

        jdbc.sql("update leadbaton.lead set email_opt_out = true where id = ?")
                .param(lead.value())
                .update();
        scenario.completes(lead, "makeAttempt", Map.of("outcome", "sent"));

        assertThat(attempts(lead)).containsExactly("Attempt 1 of 8 by e-mail: sent");
    }

    @Test
    void takesTheRepsWordForTheChannel() {
        LeadId lead = inWork();
        scenario.fires(lead, "attemptPlanned");

        assertThatThrownBy(() ->
                        scenario.completes(lead, "makeAttempt", Map.of("outcome", "sent", "channel", "smoke signs")))
                .hasMessageContaining("Choose how you tried to reach the lead");
        scenario.completes(lead, "makeAttempt", Map.of("outcome", "sent", "channel", "linkedin"));

        assertThat(attempts(lead)).containsExactly("Attempt 1 of 8 by LinkedIn: sent");
    }

    @Test
    void asksForACallWhenTheMailBouncedMeanwhile() {
        LeadId lead = inWork();
        jdbc.sql("update leadbaton.contact_plan set channels = '{E-Mail}' where lead_id = ?")
                .param(lead.value())
                .update();
        scenario.fires(lead, "attemptPlanned");
        assertThat(tasks.getVariable(scenario.task(lead, "makeAttempt").getId(), "channel"))
                .isEqualTo("email");

        scenario.hears(lead, Signal.Type.BOUNCED);

        assertThat(tasks.getVariable(scenario.task(lead, "makeAttempt").getId(), "channel"))
                .isEqualTo("phone");
        scenario.tries(lead, "no-answer");
        assertThat(attempts(lead)).containsExactly("Attempt 1 of 8 by phone: no answer");
    }

    private LeadId inWork() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        return lead;
    }

    private void hold(LeadId lead, Duration length) {
        Instant until = ClockUtil.getCurrentTime().toInstant().plus(length);
        scenario.hears(lead, new Signal(Signal.Type.HOLD, null, until, null, null));
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ON_HOLD);
    }

    private List<Integer> numbers(LeadId lead) {
        return jdbc.sql("select number from leadbaton.attempt where lead_id = ? order by number")
                .param(lead.value())
                .query(Integer.class)
                .list();
    }

    private List<String> attempts(LeadId lead) {
        return jdbc.sql(
                        "select summary from leadbaton.lead_event where lead_id = ? and type = 'attempt-logged' order by seq")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private List<String> missed(LeadId lead) {
        return jdbc.sql(
                        "select details ->> 'clause' from leadbaton.lead_event where lead_id = ? and type = 'clock-missed'")
                .param(lead.value())
                .query(String.class)
                .list();
    }
}
