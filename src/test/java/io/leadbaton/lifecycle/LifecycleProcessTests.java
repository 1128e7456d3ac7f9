package io.leadbaton.lifecycle;

import static io.leadbaton.lead.NewLeadFixtures.aColdLead;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static io.leadbaton.lead.NewLeadFixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.Erasure;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadMerged;
import io.leadbaton.lead.NewLead;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class LifecycleProcessTests {

    @Autowired
    Scenario scenario;

    @Autowired
    Erasure erasure;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    JdbcClient jdbc;

    @Test
    void carriesALeadFromTheFirstClickToTheWin() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "voicemail");
        scenario.tries(lead, "connected");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        scenario.completes(lead, "openOpportunity", Map.of("amount", 1200.5));
        scenario.completes(lead, "closeOpportunity", Map.of("result", "won", "amount", 1500));

        assertThat(scenario.stage(lead)).isEqualTo(Stage.WON);
        assertThat(scenario.waitsAt(lead)).isEmpty();
        assertThat(scenario.story(lead))
                .containsSubsequence(
                        "lead-received",
                        "lead-scored",
                        "lead-assigned",
                        "lead-accepted",
                        "attempt-logged",
                        "lead-engaged",
                        "lead-qualified",
                        "opportunity-opened",
                        "lead-won");
    }

    @Test
    void numbersTheEventsOfALeadWithoutGap() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);

        List<Integer> numbers = jdbc.sql("select seq from leadbaton.lead_event where lead_id = ? order by seq")
                .param(lead.value())
                .query(Integer.class)
                .list();

        assertThat(numbers).first().isEqualTo(1);
        assertThat(numbers).last().isEqualTo(numbers.size());
    }

    @Test
    void mergesSomebodyWhoAsksAgain() {
        NewLead person = aHotLead();
        LeadId first = scenario.arrives(person);

        LeadId second = scenario.arrives(person);

        assertThat(scenario.stage(second)).isEqualTo(Stage.MERGED);
        assertThat(scenario.stage(first)).isEqualTo(Stage.ASSIGNED);
        assertThat(scenario.waitsAt(second)).isEmpty();
    }

    @Test
    void suppressesALeadThatNoChannelReaches() {
        NewLead mailOnly = aLead("unreachable@example.com", null);

        LeadId lead = scenario.arrives(withoutMail(mailOnly));

        assertThat(scenario.stage(lead)).isEqualTo(Stage.SUPPRESSED);
    }

    @Test
    void reportsALateFirstResponseWhileTheLeadStillWaitsForAcceptance() {
        LeadId lead = scenario.arrives(aHotLead());

        scenario.runsOut(lead, "firstResponse");
        scenario.runsOut(lead, "processed");

        assertThat(jdbc.sql(
                                "select details ->> 'clause' from leadbaton.lead_event where lead_id = ? and type = 'clock-missed'")
                        .param(lead.value())
                        .query(String.class)
                        .list())
                .contains("firstResponse", "processed");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ASSIGNED);
    }

    @Test
    void letsALeadThatWentSilentBeTriedAgainUnderTheSamePlan() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "connected");

        scenario.completes(lead, "qualifyLead", Map.of("verdict", "silent"));
        scenario.tries(lead, "no-answer");

        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        assertThat(scenario.lead(lead).attemptsMade()).isEqualTo(2);
    }

    @Test
    void closesADealThatAnotherSystemWonOrLost() {
        LeadId won = withDeal();
        LeadId lost = withDeal();

        scenario.hears(won, Signal.Type.WON);
        scenario.hears(lost, Signal.Type.LOST);

        assertThat(scenario.stage(won)).isEqualTo(Stage.WON);
        assertThat(scenario.waitsAt(lost)).containsExactly("takeOver");
    }

    @Test
    void reportsEveryLateStepOfADeal() {
        LeadId lead = scenario.arrives(aColdLead());
        scenario.hears(lead, Signal.Type.REPLIED);
        scenario.accepts(lead);

        scenario.runsOut(lead, "reply");
        scenario.runsOut(lead, "qualification");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        scenario.runsOut(lead, "opportunity");
        scenario.completes(lead, "openOpportunity");
        scenario.runsOut(lead, "followUp");

        assertThat(jdbc.sql(
                                "select details ->> 'clause' from leadbaton.lead_event where lead_id = ? and type = 'clock-missed'")
                        .param(lead.value())
                        .query(String.class)
                        .list())
                .contains("reply", "qualification", "opportunity", "followUp");
    }

    @Test
    void losesADealForGoodWhenTheSecondVoiceLosesItToo() {
        LeadId lead = withDeal();
        scenario.completes(lead, "closeOpportunity", Map.of("result", "lost", "reason", "Price"));
        scenario.completes(lead, "takeOver");
        scenario.tries(lead, "connected");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        scenario.completes(lead, "openOpportunity");

        scenario.completes(lead, "closeOpportunity", Map.of("result", "lost", "reason", "Price again"));

        assertThat(scenario.stage(lead)).isEqualTo(Stage.LOST);
        assertThat(scenario.waitsAt(lead)).isEmpty();
    }

    @Test
    void refusesADealLostWithoutReasonAndAnAmountBelowZero() {
        LeadId lead = withDeal();

        assertThatThrownBy(() -> scenario.completes(lead, "closeOpportunity", Map.of("result", "lost")))
                .hasMessageContaining("why the deal was lost");
        assertThatThrownBy(() -> scenario.completes(lead, "closeOpportunity", Map.of("result", "won", "amount", -1)))
                .hasMessageContaining("0 or more");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.OPPORTUNITY);
    }

    @Test
    void letsSalesOperationsSortOutWhatThePolicyCouldNotAssess() {
        for (Map.Entry<String, Stage> verdict : Map.of(
                        "assess", Stage.ASSIGNED,
                        "sales", Stage.ASSIGNED,
                        "nurture", Stage.NURTURE,
                        "disqualify", Stage.DISQUALIFIED)
                .entrySet()) {
            LeadId lead = unassessed();
            assertThat(scenario.waitsAt(lead)).containsExactly("sortOutLead");

            scenario.completes(lead, "sortOutLead", Map.of("verdict", verdict.getKey()));

            assertThat(scenario.stage(lead)).as(verdict.getKey()).isEqualTo(verdict.getValue());
        }
    }

    @Test
    void endsTheWholeTreeOfALeadThatOptedOutWasMergedOrErasedWhereverItWaits() {
        for (String wait : List.of(
                "acceptLead",
                "attemptPlanned",
                "makeAttempt",
                "holdEnds",
                "qualifyLead",
                "openOpportunity",
                "closeOpportunity",
                "takeOver",
                "reviewRejection",
                "nextDrip",
                "sortOutLead")) {
            LeadId optedOut = waitingAt(wait);
            scenario.hears(optedOut, Signal.Type.OPTED_OUT);
            assertGone(optedOut, Stage.SUPPRESSED, wait);

            LeadId erased = waitingAt(wait);
            erasure.erase(erased);
            assertGone(erased, Stage.ERASED, wait);
        }
    }

    @Test
    void letsGoOfALeadThatWasMerged() {
        LeadId lead = scenario.arrives(aHotLead());

        publisher.publishEvent(new LeadMerged(lead, lead));

        assertThat(scenario.waitsAt(lead)).isEmpty();
    }

    private void assertGone(LeadId lead, Stage stage, String wait) {
        assertThat(scenario.waitsAt(lead)).as("after waiting at " + wait).isEmpty();
        assertThat(scenario.stage(lead)).as("after waiting at " + wait).isEqualTo(stage);
        assertThat(jdbc.sql("select count(*) from leadbaton.sla_clock where lead_id = ? and closed_at is null")
                        .param(lead.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private LeadId waitingAt(String wait) {
        LeadId lead = wait.equals("sortOutLead")
                ? unassessed()
                : scenario.arrives(wait.equals("nextDrip") ? aColdLead() : aHotLead());
        switch (wait) {
            case "acceptLead", "nextDrip", "sortOutLead" -> {}
            case "reviewRejection" ->
                scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "no-need"));
            default -> work(lead, wait);
        }
        assertThat(scenario.waitsAt(lead)).containsExactly(wait);
        return lead;
    }

    private void work(LeadId lead, String wait) {
        scenario.accepts(lead);
        switch (wait) {
            case "attemptPlanned" -> {}
            case "makeAttempt" -> scenario.fires(lead, "attemptPlanned");
            case "holdEnds" -> {
                scenario.fires(lead, "attemptPlanned");
                scenario.completes(
                        lead, "makeAttempt", Map.of("outcome", "call-back", "callBackAt", "2150-01-01T10:00Z"));
            }
            default -> talk(lead, wait);
        }
    }

    private void talk(LeadId lead, String wait) {
        scenario.tries(lead, "connected");
        switch (wait) {
            case "takeOver" ->
                scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
            case "openOpportunity" -> scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
            case "closeOpportunity" -> {
                scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
                scenario.completes(lead, "openOpportunity");
            }
            default -> {}
        }
    }

    private LeadId withDeal() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "connected");
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        scenario.completes(lead, "openOpportunity");
        return lead;
    }

    private LeadId unassessed() {
        return scenario.arrivesUnassessed(aHotLead());
    }

    private static NewLead withoutMail(NewLead lead) {
        return new NewLead(
                lead.externalId(),
                lead.email(),
                lead.phone(),
                lead.firstName(),
                lead.lastName(),
                lead.company(),
                lead.jobTitle(),
                lead.country(),
                lead.city(),
                lead.timeZone(),
                lead.channel(),
                lead.source(),
                lead.campaign(),
                lead.supplier(),
                lead.leadType(),
                lead.message(),
                true,
                lead.doNotCall(),
                lead.consent(),
                lead.intent(),
                lead.qualification(),
                lead.custom(),
                lead.facts(),
                lead.receivedAt());
    }
}
