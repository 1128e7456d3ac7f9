package io.leadbaton.lifecycle;

import static io.leadbaton.lead.NewLeadFixtures.aColdLead;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.Http;
import io.leadbaton.Invariants;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Refused;
import io.leadbaton.Scenario;
import io.leadbaton.engine.policy.PolicyDeployer;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Renewals;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import io.leadbaton.policy.ExamplePolicy;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import io.leadbaton.policy.PolicyVersions;
import io.leadbaton.rep.Reps;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A lead that came in under an older policy goes on under the one in force: judged again, tried again by hand, or woken up. */
@LeadbatonTest
class NewerPolicyTests {

    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();
    private static final PolicyFiles EDITED =
            ExamplePolicy.and(SHIPPED, "processes/escalation.bpmn", "name=\"Escalation over\"", "name=\"Over\"");

    @Autowired
    Scenario scenario;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    PolicyVersions versions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Renewals renewals;

    @Autowired
    Reps reps;

    @Autowired
    Invariants invariants;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    PolicyDeployer unchecked;

    @BeforeEach
    void theShippedPolicyIsInForceAndEverybodyIsThere() {
        unchecked = new PolicyDeployer(repository, versions, new PolicyChecks(List.of()), transaction);
        saved(SHIPPED);
        Set.of("rep1", "rep2", "rep3", "rep4", "senior1").forEach(reps::back);
    }

    @Test
    void judgesALeadAgainByTheRepairedPolicy() {
        saved(broken("processes/assessment.bpmn", "recordGrade(leadId, grade)", "recordGrade(leadId, garde)"));
        LeadId lead = scenario.arrives(aHotLead());
        assertThat(scenario.waitsAt(lead)).containsExactly("sortOutLead");
        saved(SHIPPED);

        scenario.completes(lead, "sortOutLead", Map.of("verdict", "assess"));

        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
        assertThat(versionOf(lead)).isEqualTo(SHIPPED.hash());
        assertThat(scenario.story(lead)).containsSubsequence("lead-sorted", "policy-changed", "lead-assigned");
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @CsvSource({"sales, acceptLead", "nurture, nextDrip"})
    void sendsALeadWhereSalesOperationsWantsItByTheRepairedPolicy(String verdict, String place) {
        PolicyFiles broken =
                broken("processes/assessment.bpmn", "recordGrade(leadId, grade)", "recordGrade(leadId, garde)");
        saved(ExamplePolicy.and(broken, "processes/lifecycle.bpmn", "route == 'sales'", "route == sails"));
        LeadId lead = scenario.arrives(aHotLead());
        saved(SHIPPED);

        scenario.completes(lead, "sortOutLead", Map.of("verdict", verdict));

        assertThat(scenario.waitsAt(lead)).containsExactly(place);
        assertThat(versionOf(lead)).isEqualTo(SHIPPED.hash());
        invariants.holdFor(lead);
    }

    @Test
    void judgesALeadAgainInPlaceWhenItsPolicyIsInForce() {
        LeadId lead = scenario.arrivesUnassessed(aHotLead());

        scenario.completes(lead, "sortOutLead", Map.of("verdict", "assess"));

        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
        assertThat(scenario.story(lead)).doesNotContain("policy-changed");
    }

    @Test
    void saysSoWhenThePolicyInForceBreaksAtTheLeadToo() {
        PolicyFiles broken =
                broken("processes/assessment.bpmn", "recordGrade(leadId, grade)", "recordGrade(leadId, garde)");
        saved(broken);
        LeadId lead = scenario.arrives(aHotLead());
        saved(ExamplePolicy.and(broken, "processes/escalation.bpmn", "name=\"Escalation over\"", "name=\"Over\""));

        assertThatThrownBy(() -> scenario.completes(lead, "sortOutLead", Map.of("verdict", "assess")))
                .hasMessageContaining("The policy in force breaks at this lead, too");
        assertThatThrownBy(() -> renewals.renew(lead)).isInstanceOf(Refused.class);

        assertThat(versionOf(lead)).isEqualTo(broken.hash());
        assertThat(scenario.waitsAt(lead)).containsExactly("sortOutLead");
        invariants.holdFor(lead);
    }

    @Test
    void freesALeadThatItsPolicyKeepsTrapped() {
        saved(broken("processes/qualification.bpmn", "disposition == 'qualified'", "disposition == 'qualifed'"));
        LeadId lead = at("qualifyLead");
        assertThatThrownBy(() -> scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified")))
                .isNotNull();
        assertThat(Http.json(retried(lead)).get("detail").asText()).contains("Nothing of this lead broke");
        saved(SHIPPED);

        HttpResponse<String> answer = retried(lead);
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));

        assertThat(Http.json(answer).get("renewed").asBoolean()).isTrue();
        assertThat(scenario.waitsAt(lead)).containsExactly("openOpportunity");
        assertThat(retried(lead).statusCode()).isEqualTo(409);
        invariants.holdFor(lead);
    }

    @Test
    void freesALeadThatCannotEvenComeToTheBrokenStep() {
        saved(broken(
                "processes/qualification.bpmn",
                "firstMark(leadId, 'qualification')",
                "firstMark(leadId, 'qualificaton')"));
        LeadId lead = at("makeAttempt");
        assertThatThrownBy(() -> scenario.tries(lead, "connected")).isNotNull();
        saved(SHIPPED);

        retried(lead);
        scenario.tries(lead, "connected");

        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
        assertThat(scenario.lead(lead).attemptsMade()).isEqualTo(2);
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assignByHand",
                "acceptLead",
                "reviewRejection",
                "attemptPlanned",
                "holdEnds",
                "qualifyLead",
                "openOpportunity",
                "closeOpportunity",
                "takeOver",
                "assignSenior",
                "nextDrip"
            })
    void goesOnWhereItStandsWithAllThatWasAgreed(String place) {
        LeadId lead = at(place);
        Lead before = scenario.lead(lead);
        List<Map<String, Object>> promises = promises(lead);
        saved(EDITED);
        scenario.passes(Duration.ofSeconds(30));

        assertThat(renewals.renew(lead)).isTrue();

        assertThat(scenario.waitsAt(lead)).containsExactly(place);
        assertThat(scenario.lead(lead)).isEqualTo(before);
        assertThat(promises(lead)).isEqualTo(promises);
        assertThat(versionOf(lead)).isEqualTo(EDITED.hash());
        assertThat(renewals.renew(lead)).isFalse();
        invariants.holdFor(lead);
    }

    @Test
    void keepsBrokenPromisesInSightAndTheirLaddersClimbing() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.runsOut(lead, "firstResponse");
        saved(EDITED);

        renewals.renew(lead);

        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
        assertThat(scenario.story(lead)).containsOnlyOnce("clock-missed");
        assertThat(scenario.task(lead, "acceptLead").getPriority()).isEqualTo(90);
        invariants.holdFor(lead);
        scenario.nextMarkComes(lead, "firstResponse");
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPLIED", "ENGAGED"})
    void promisesAProspectThatWakesUpWhatThePolicyInForcePromises(Signal.Type sign) {
        LeadId lead = scenario.arrives(aColdLead());
        saved(minutesToAccept(77));

        for (int signs = 0; scenario.stage(lead) == Stage.NURTURE && signs < 5; signs++) {
            scenario.hears(lead, sign);
        }

        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
        assertThat(jdbc.sql(
                                "select target || unit from leadbaton.sla_clock where lead_id = ? and clause = 'acceptance'")
                        .param(lead.value())
                        .query(String.class)
                        .single())
                .isEqualTo("77minutes");
        invariants.holdFor(lead);
    }

    @Test
    void leavesALeadAloneThatHasEnded() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.hears(lead, Signal.Type.OPTED_OUT);
        saved(EDITED);

        assertThat(renewals.renew(lead)).isFalse();

        assertThat(versionOf(lead)).isEqualTo(SHIPPED.hash());
    }

    private LeadId at(String place) {
        LeadId lead = place.equals("nextDrip") ? scenario.arrives(aColdLead()) : arrivesFor(place);
        assertThat(scenario.waitsAt(lead)).containsExactly(place);
        return lead;
    }

    private LeadId arrivesFor(String place) {
        if (place.equals("assignByHand")) {
            Set.of("rep1", "rep2", "rep3", "rep4").forEach(rep -> reps.away(rep, null));
        }
        if (place.equals("assignSenior")) {
            reps.away("senior1", null);
        }
        LeadId lead = scenario.arrives(aHotLead());
        switch (place) {
            case "assignByHand", "acceptLead" -> {
                // That is where it goes by itself.
            }
            case "reviewRejection" ->
                scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "no-need"));
            default -> works(lead, place);
        }
        return lead;
    }

    private void works(LeadId lead, String place) {
        scenario.accepts(lead);
        scenario.tries(lead, "no-answer");
        switch (place) {
            case "makeAttempt" -> scenario.fires(lead, "attemptPlanned");
            case "holdEnds" ->
                scenario.hears(
                        lead,
                        new Signal(
                                Signal.Type.HOLD,
                                null,
                                ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(3)),
                                null,
                                null));
            case "attemptPlanned" -> {
                // That is where it goes by itself.
            }
            default -> talks(lead, place);
        }
    }

    private void talks(LeadId lead, String place) {
        scenario.tries(lead, "connected");
        switch (place) {
            case "takeOver", "assignSenior" ->
                scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
            case "openOpportunity", "closeOpportunity" ->
                scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
            default -> {
                // The talk goes on.
            }
        }
        if (place.equals("closeOpportunity")) {
            scenario.completes(lead, "openOpportunity", Map.of("amount", 100));
        }
    }

    private void saved(PolicyFiles files) {
        unchecked.offer(files, "test");
    }

    /** A fault that passed all checks when it was saved. */
    private static PolicyFiles broken(String file, String passage, String instead) {
        return ExamplePolicy.and(SHIPPED, file, passage, instead);
    }

    private static PolicyFiles minutesToAccept(int minutes) {
        String file = "processes/slaPolicy.dmn";
        String table = SHIPPED.text(file);
        String edited = table.replaceAll("(<outputEntry id=\"accept\\w+ThenTarget\">\\s*<text>)\\d+", "$1" + minutes)
                .replaceAll("(<outputEntry id=\"accept\\w+ThenUnit\">\\s*<text>)[^<]*", "$1\"minutes\"");
        return ExamplePolicy.and(SHIPPED, file, table, edited);
    }

    private HttpResponse<String> retried(LeadId lead) {
        return Http.as("manager1", port).post("/api/v1/leads/%s/retry".formatted(lead), "");
    }

    private String versionOf(LeadId lead) {
        return jdbc.sql("select policy_version from leadbaton.lead where id = ?")
                .param(lead.value())
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> promises(LeadId lead) {
        return jdbc.sql("""
                        select id, clause, round, state, owner, started_at, due_at, closed_at from leadbaton.sla_clock
                        where lead_id = ? order by id
                        """).param(lead.value()).query().listOfRows();
    }
}
