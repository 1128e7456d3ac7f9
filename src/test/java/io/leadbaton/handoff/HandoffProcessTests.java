package io.leadbaton.handoff;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Rep;
import io.leadbaton.rep.Reps;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class HandoffProcessTests {

    @Autowired
    Scenario scenario;

    @Autowired
    Reps reps;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @Test
    void givesLeadsInTurnToTheRepWithTheFewest() {
        Set<String> owners = new HashSet<>();

        for (int lead = 0; lead < 4; lead++) {
            owners.add(owner(scenario.arrives(aHotLead())));
        }

        assertThat(owners).containsExactlyInAnyOrder("rep1", "rep2", "rep3", "rep4");
    }

    @Test
    void startsWorkWhenTheRepAccepts() {
        LeadId lead = scenario.arrives(aHotLead());

        scenario.accepts(lead);

        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(scenario.story(lead)).contains("lead-assigned", "lead-accepted", "clock-met");
    }

    @Test
    void givesTheLeadToTheNextRepWhenTheFirstIsSilent() {
        LeadId lead = scenario.arrives(aHotLead());
        String silent = owner(lead);

        scenario.fires(lead, "acceptanceDue");

        assertThat(owner(lead)).isNotEqualTo(silent);
        assertThat(rep(silent).isAvailable(ClockUtil.getCurrentTime().toInstant()))
                .isFalse();
        assertThat(scenario.story(lead)).contains("clock-missed", "assignment-overdue");
    }

    @Test
    void letsASilentRepComeBackByItself() {
        LeadId lead = scenario.arrives(aHotLead());
        String silent = owner(lead);
        scenario.fires(lead, "acceptanceDue");

        Scenario.passes(Duration.ofMinutes(31));

        assertThat(rep(silent).isAvailable(ClockUtil.getCurrentTime().toInstant()))
                .isTrue();
    }

    @Test
    void neverSwitchesOffTheLastRepOfATeam() {
        for (String away : Set.of("rep2", "rep3", "rep4")) {
            reps.away(away, null);
        }
        LeadId lead = scenario.arrives(aHotLead());

        scenario.fires(lead, "acceptanceDue");

        assertThat(rep("rep1").isAvailable(ClockUtil.getCurrentTime().toInstant()))
                .isTrue();
        assertThat(notices()).contains("Nobody else of team inside is there");
        assertThat(scenario.waitsAt(lead)).containsExactly("assignByHand");
    }

    @Test
    void asksSalesOperationsWhenNobodyIsThere() {
        for (String away : Set.of("rep1", "rep2", "rep3", "rep4")) {
            reps.away(away, null);
        }

        LeadId lead = scenario.arrives(aHotLead());

        assertThat(scenario.stage(lead)).isEqualTo(Stage.MQL);
        assertThat(scenario.waitsAt(lead)).containsExactly("assignByHand");
        assertThatThrownBy(() -> scenario.completes(lead, "assignByHand", Map.of("rep", "rep1")))
                .hasMessageContaining("Choose somebody who is there");
        reps.back("rep1");
        scenario.completes(lead, "assignByHand", Map.of("rep", "rep1"));
        assertThat(owner(lead)).isEqualTo("rep1");
        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
    }

    @Test
    void asksSalesOperationsAfterTheConfiguredNumberOfReps() {
        LeadId lead = scenario.arrives(aHotLead());
        int asked = 0;

        while (scenario.waitsAt(lead).contains("acceptLead")) {
            asked++;
            scenario.fires(lead, "acceptanceDue");
        }

        assertThat(asked).isBetween(2, 3);
        assertThat(scenario.waitsAt(lead)).containsExactly("assignByHand");
    }

    @Test
    void refusesARejectionWithoutReasonAndOtherWithoutNote() {
        LeadId lead = scenario.arrives(aHotLead());

        assertThatThrownBy(() -> scenario.completes(lead, "acceptLead", Map.of("decision", "reject")))
                .hasMessageContaining("Choose a reason");
        assertThatThrownBy(
                        () -> scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "other")))
                .hasMessageContaining("Write a note");
        assertThatThrownBy(() -> scenario.completes(lead, "acceptLead")).hasMessageContaining("accept or reject");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
    }

    @Test
    void keepsARejectedLeadWithMarketingOrClosesIt() {
        LeadId kept = rejected();
        LeadId closed = rejected();

        scenario.completes(kept, "reviewRejection", Map.of("verdict", "nurture"));
        scenario.completes(closed, "reviewRejection", Map.of("verdict", "disqualify", "note", "No company at all"));

        assertThat(scenario.stage(kept)).isEqualTo(Stage.NURTURE);
        assertThat(scenario.stage(closed)).isEqualTo(Stage.DISQUALIFIED);
        assertThat(scenario.waitsAt(closed)).isEmpty();
    }

    @Test
    void givesALeadToAnotherRepWhenTheRejectionIsOverturned() {
        LeadId lead = scenario.arrives(aHotLead());
        String first = owner(lead);
        reject(lead);

        scenario.completes(lead, "reviewRejection", Map.of("verdict", "overturn"));

        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
        assertThat(owner(lead)).isNotEqualTo(first);
    }

    @Test
    void reportsALateReview() {
        LeadId lead = rejected();

        scenario.runsOut(lead, "rejectionReview");

        assertThat(scenario.story(lead)).contains("clock-missed");
        assertThat(scenario.waitsAt(lead)).containsExactly("reviewRejection");
    }

    private LeadId rejected() {
        LeadId lead = scenario.arrives(aHotLead());
        reject(lead);
        return lead;
    }

    private void reject(LeadId lead) {
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit"));
        assertThat(scenario.stage(lead)).isEqualTo(Stage.REJECTED);
    }

    private String owner(LeadId lead) {
        return Objects.requireNonNull(scenario.lead(lead).owner());
    }

    private Rep rep(String user) {
        return reps.find(user).orElseThrow();
    }

    private String notices() {
        return String.join(
                "\n",
                jdbc.sql("select text from leadbaton.notice")
                        .query(String.class)
                        .list());
    }
}
