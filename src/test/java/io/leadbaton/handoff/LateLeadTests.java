package io.leadbaton.handoff;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Invariants;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Reps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One late lead goes through the hands of many, and is shown as stuck at every moment: once for each broken promise. */
@LeadbatonTest
class LateLeadTests {

    @Autowired
    Scenario scenario;

    @Autowired
    Invariants invariants;

    @Autowired
    Reassignments reassignments;

    @Autowired
    Reps reps;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private final Set<String> owners = new HashSet<>();

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @Test
    void isShownOncePerBrokenPromiseThroughAllItsOwners() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-03-05T09:00:00Z")));
        LeadId lead = scenario.arrives(aCaller());
        isStuckFor(lead);

        after(lead, Duration.ofMinutes(3));
        isStuckFor(lead);
        after(lead, Duration.ofMinutes(2));
        isStuckFor(lead, "firstResponse");
        after(lead, Duration.ofMinutes(2));
        isStuckFor(lead, "firstResponse");

        scenario.accepts(lead);
        isStuckFor(lead, "firstResponse");
        scenario.livesUntil(lead, ClockUtil.getCurrentTime().toInstant());
        isStuckFor(lead, "firstResponse");
        handOver(lead);
        isStuckFor(lead, "firstResponse");

        after(lead, Duration.ofDays(1));
        isStuckFor(lead, "firstResponse", "processed", "nextAttempt");
        handOver(lead);
        assertThat(stuckFor(lead)).contains("firstResponse", "processed");

        scenario.completes(lead, "makeAttempt", Map.of("outcome", "connected"));
        isStuckFor(lead);
        after(lead, Duration.ofDays(8));
        isStuckFor(lead, "qualification");
        handOver(lead);
        invariants.holdFor(lead);

        after(lead, Duration.ofDays(40));
        assertThat(stuckFor(lead)).contains("disposition");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
        isStuckFor(lead);
        after(lead, Duration.ofMinutes(4));
        isStuckFor(lead);
        assertThat(scenario.waitsAt(lead)).containsAnyOf("takeOver", "assignSenior");

        if (scenario.waitsAt(lead).contains("assignSenior")) {
            scenario.completes(lead, "assignSenior", Map.of("rep", "senior1"));
        }
        scenario.completes(lead, "takeOver");
        after(lead, Duration.ofDays(1));
        isStuckFor(lead, "nextAttempt");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(owners).hasSizeGreaterThan(3);
    }

    private void after(LeadId lead, Duration time) {
        scenario.livesUntil(lead, ClockUtil.getCurrentTime().toInstant().plus(time));
    }

    private void handOver(LeadId lead) {
        String other = Stream.of("rep1", "rep2", "rep3", "rep4")
                .filter(rep -> !rep.equals(scenario.lead(lead).owner()) && !owners.contains(rep))
                .findFirst()
                .orElse(scenario.lead(lead).owner().equals("rep1") ? "rep2" : "rep1");
        reps.back(other);
        reassignments.handOver(lead, other, new Note("Too late"));
        invariants.holdFor(lead);
    }

    private void isStuckFor(LeadId lead, String... clauses) {
        assertThat(stuckFor(lead)).containsExactlyInAnyOrder(clauses);
    }

    /** The clauses of the root incidents, each of which stands where the lead waits. */
    private List<String> stuckFor(LeadId lead) {
        owners.add(String.valueOf(scenario.lead(lead).owner()));
        List<String> clauses = new ArrayList<>();
        for (Map<String, Object> clock : jdbc.sql("select id, clause from leadbaton.sla_clock where lead_id = ?")
                .param(lead.value())
                .query()
                .listOfRows()) {
            rootIncidents(clock.get("id")).forEach(incident -> {
                assertThat(scenario.waitsAt(lead)).contains(incident.getActivityId());
                clauses.add(clock.get("clause").toString());
            });
        }
        invariants.holdFor(lead);
        return clauses;
    }

    private List<Incident> rootIncidents(Object clock) {
        return runtime.createIncidentQuery().incidentType("slaBreached").configuration(clock.toString()).list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .toList();
    }
}
