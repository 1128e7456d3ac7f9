package io.leadbaton.handoff;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Reps;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A promise that stays broken takes the lead from its owner. */
@LeadbatonTest
class LadderStepsTests {

    @Autowired
    Scenario scenario;

    @Autowired
    Reps reps;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyComesBack() {
        ClockUtil.reset();
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @Test
    void givesALeadThatNobodyTriesToTheNextRep() {
        LeadId lead = due();
        String silent = owner(lead);
        scenario.runsOut(lead, "firstResponse");

        scenario.nextMarkComes(lead, "firstResponse");

        assertThat(owner(lead)).isNotEqualTo(silent);
        assertThat(scenario.task(lead, "makeAttempt").getAssignee()).isEqualTo(owner(lead));
        assertThat(scenario.clockState(lead, "firstResponse")).isEqualTo("missed");
        assertThat(scenario.escalation(lead, "firstResponse")).isPresent();
        assertThat(lastAssignment(lead)).isEqualTo("First response overdue: handed over to " + name(lead));
    }

    @Test
    void asksEveryRepOnceInAHandOff() {
        LeadId lead = due();
        String first = owner(lead);
        setLadder(lead, "firstResponse", "copy-manager 100", "next-rep 200");
        scenario.runsOut(lead, "firstResponse");
        reps.all().stream()
                .map(rep -> rep.userId())
                .filter(rep -> !rep.equals(first))
                .forEach(rep -> reps.away(rep, null));

        scenario.nextMarkComes(lead, "firstResponse");

        assertThat(owner(lead)).isEqualTo(first);
        assertThat(notices(lead)).contains("Overdue, and nobody else can take it: first response.");
    }

    @Test
    void beginsTheOwnersPromiseAnewAndEndsTheLadderOfTheOldOne() {
        LeadId lead = due();
        scenario.hears(lead, Signal.Type.REPLIED);
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ENGAGED);
        String silent = owner(lead);
        scenario.runsOut(lead, "reply");
        String ladder = scenario.escalation(lead, "reply").orElseThrow();

        scenario.nextMarkComes(lead, "reply");

        assertThat(owner(lead)).isNotEqualTo(silent);
        assertThat(scenario.task(lead, "qualifyLead").getAssignee()).isEqualTo(owner(lead));
        assertThat(scenario.clockState(lead, "reply")).isEqualTo("running");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(ladder)
                        .count())
                .isZero();
        scenario.runsOut(lead, "reply");
        assertThat(scenario.clockState(lead, "reply")).isEqualTo("missed");
    }

    @Test
    void givesALeadOfASeniorToNobodyButASenior() {
        LeadId lead = due();
        scenario.completes(lead, "makeAttempt", Map.of("outcome", "connected"));
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
        scenario.completes(lead, "takeOver");
        scenario.hears(lead, Signal.Type.REPLIED);
        scenario.runsOut(lead, "reply");

        scenario.nextMarkComes(lead, "reply");

        assertThat(owner(lead)).isEqualTo("senior1");
        assertThat(notices(lead)).contains("Overdue, and nobody else can take it: answer to a reply.");
    }

    @Test
    void passesOverTheRepWhoBrokeThePromiseAndNotTheOneWhoGotTheLead() {
        LeadId lead = due();
        String silent = owner(lead);
        setLadder(lead, "firstResponse", "next-rep 150", "rep-offline 200");
        scenario.runsOut(lead, "firstResponse");

        scenario.nextMarkComes(lead, "firstResponse");
        scenario.nextMarkComes(lead, "firstResponse");

        assertThat(isThere(silent)).isFalse();
        assertThat(isThere(owner(lead))).isTrue();
    }

    @Test
    void passesOverTheOwnerWhoKeepsTheLead() {
        LeadId lead = due();
        setLadder(lead, "firstResponse", "rep-offline 150");
        scenario.runsOut(lead, "firstResponse");

        scenario.nextMarkComes(lead, "firstResponse");

        assertThat(isThere(owner(lead))).isFalse();
    }

    private LeadId due() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.fires(lead, "attemptPlanned");
        return lead;
    }

    private void setLadder(LeadId lead, String clause, String... rungs) {
        jdbc.sql("update leadbaton.sla_clock set ladder = :rungs where lead_id = :lead and clause = :clause")
                .param("rungs", rungs)
                .param("lead", lead.value())
                .param("clause", clause)
                .update();
    }

    private String owner(LeadId lead) {
        return Objects.requireNonNull(scenario.lead(lead).owner());
    }

    private String name(LeadId lead) {
        return reps.find(owner(lead)).orElseThrow().name();
    }

    private boolean isThere(String rep) {
        return reps.find(rep)
                .orElseThrow()
                .isAvailable(ClockUtil.getCurrentTime().toInstant());
    }

    private String lastAssignment(LeadId lead) {
        return jdbc.sql(
                        "select summary from leadbaton.lead_event where lead_id = ? and type = 'lead-assigned' order by seq desc limit 1")
                .param(lead.value())
                .query(String.class)
                .single();
    }

    private List<String> notices(LeadId lead) {
        return jdbc.sql(
                        "select text from leadbaton.notice where lead_id = ? and for_group = 'sales-operations' and done_at is null")
                .param(lead.value())
                .query(String.class)
                .list();
    }
}
