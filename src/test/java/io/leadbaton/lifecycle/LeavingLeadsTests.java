package io.leadbaton.lifecycle;

import static io.leadbaton.lead.NewLeadFixtures.aColdLead;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Http;
import io.leadbaton.Invariants;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadMerged;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Reps;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A lead may leave at any moment: from every place where it can wait, with its promises in time, warned or broken, with a reply that
 * waits for its answer or without. Nothing of it goes on afterwards.
 */
@LeadbatonTest
class LeavingLeadsTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    Invariants invariants;

    @Autowired
    Leads leads;

    @Autowired
    Reps reps;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Date morning;

    enum Place {
        SORT_OUT_LEAD,
        NEXT_DRIP,
        ASSIGN_BY_HAND,
        ACCEPT_LEAD,
        REVIEW_REJECTION,
        ATTEMPT_PLANNED,
        MAKE_ATTEMPT,
        HOLD_ENDS,
        QUALIFY_LEAD,
        OPEN_OPPORTUNITY,
        CLOSE_OPPORTUNITY,
        TAKE_OVER,
        ASSIGN_SENIOR;

        /** Whether a rep owns the lead there. */
        boolean isWithARep() {
            return switch (this) {
                case SORT_OUT_LEAD, NEXT_DRIP, ASSIGN_BY_HAND, REVIEW_REJECTION, ASSIGN_SENIOR -> false;
                default -> true;
            };
        }
    }

    enum Promises {
        IN_TIME,
        WARNED,
        BROKEN
    }

    enum End {
        OPTED_OUT(Stage.SUPPRESSED, "signal-received", "lead-suppressed"),
        ERASED(Stage.ERASED, "person-erased"),
        MERGED(Stage.MERGED, "lead-merged"),
        WON(Stage.WON, "signal-received", "lead-won");

        private final Stage stage;
        private final List<String> told;

        End(Stage stage, String... told) {
            this.stage = stage;
            this.told = List.of(told);
        }
    }

    record Case(Place place, Promises promises, boolean replyWaits, End end) {}

    static Stream<Case> cases() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(Promises.values())
                        .flatMap(promises -> Stream.of(true, false)
                                .flatMap(reply -> Stream.of(End.values())
                                        .filter(end -> end != End.WON || place == Place.CLOSE_OPPORTUNITY)
                                        .map(end -> new Case(place, promises, reply, end)))));
    }

    @BeforeEach
    void remembersTheMorning() {
        morning = ClockUtil.getCurrentTime();
    }

    @AfterEach
    void theNextDayBegins() {
        ClockUtil.setCurrentTime(morning);
        everybodyIsBack();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesNothingBehind(Case how) {
        LeadId lead = waitingAt(how.place());
        if (how.replyWaits()) {
            scenario.hears(lead, Signal.Type.REPLIED);
        }
        let(lead, how.promises());

        end(lead, how.end());

        assertGone(lead, how.end());
    }

    /** A second owner has promised as much as the first: also that answer is owed to nobody any longer. */
    @ParameterizedTest
    @EnumSource(
            value = Promises.class,
            names = {"IN_TIME", "BROKEN"})
    void leavesTheNextOwnerToo(Promises promises) {
        Stream.of(Place.values()).filter(Place::isWithARep).forEach(place -> {
            LeadId lead = waitingAt(place);
            scenario.hears(lead, Signal.Type.REPLIED);
            let(lead, promises);
            String next = "rep1".equals(scenario.lead(lead).owner()) ? "rep2" : "rep1";

            HttpResponse<String> answer = manager()
                    .post(
                            "/api/v1/leads/" + lead.value() + "/owner",
                            "{\"rep\": \"%s\", \"reason\": \"Ill.\"}".formatted(next));

            assertThat(answer.statusCode()).as(place + answer.body()).isEqualTo(200);
            assertThat(scenario.openTasks(lead))
                    .extracting(task -> task.getAssignee())
                    .containsOnly(next);
            invariants.holdFor(lead);
            end(lead, End.ERASED);
            assertGone(lead, End.ERASED);
        });
    }

    private void assertGone(LeadId lead, End end) {
        assertThat(scenario.stage(lead)).isEqualTo(end.stage);
        assertThat(scenario.story(lead).stream().filter(type -> !type.startsWith("clock-")))
                .endsWith(end.told.toArray(String[]::new));
        assertThat(leftOf(lead)).isEmpty();
        invariants.holdFor(lead);
    }

    /** Instances, also those that climb the ladder of a promise, and what hangs on them; open promises; what people were told. */
    private List<String> leftOf(LeadId lead) {
        return jdbc.sql("""
                        with instance as (
                            select id_ from camunda.act_ru_execution
                            where business_key_ = :lead
                                or business_key_ in (select id from leadbaton.sla_clock where lead_id = :lead))
                        select 'process ' || id_ from instance
                        union all select 'variable ' || name_ from camunda.act_ru_variable v where text_ = :lead
                        union all select 'task ' || name_ from camunda.act_ru_task t
                            where not exists (select 1 from camunda.act_ru_execution e where e.id_ = t.execution_id_)
                        union all select 'job ' || handler_cfg_ from camunda.act_ru_job j
                            where execution_id_ is not null
                                and not exists (select 1 from camunda.act_ru_execution e where e.id_ = j.execution_id_)
                        union all select 'subscription ' || event_name_ from camunda.act_ru_event_subscr s
                            where execution_id_ is not null
                                and not exists (select 1 from camunda.act_ru_execution e where e.id_ = s.execution_id_)
                        union all select 'incident ' || incident_msg_ from camunda.act_ru_incident
                            where configuration_ in (select id from leadbaton.sla_clock where lead_id = :lead)
                        union all select 'promise ' || clause from leadbaton.sla_clock
                            where lead_id = :lead and closed_at is null
                        union all select 'notice ' || text from leadbaton.notice where lead_id = :lead and done_at is null
                        """).param("lead", lead.value()).query(String.class).list();
    }

    private void end(LeadId lead, End end) {
        String path = "/api/v1/leads/" + lead.value();
        switch (end) {
            case OPTED_OUT -> accepted(manager().post(path + "/signals", "{\"type\": \"opted-out\"}"), 202);
            case WON -> accepted(manager().post(path + "/signals", "{\"type\": \"won\"}"), 202);
            case ERASED -> accepted(manager().send("DELETE", path + "/person", "", Map.of()), 204);
            case MERGED -> merge(lead);
        }
    }

    private static void accepted(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private void merge(LeadId lead) {
        transaction.executeWithoutResult(status -> {
            leads.move(lead, Stage.MERGED, "Known already", EventType.LEAD_MERGED);
            publisher.publishEvent(new LeadMerged(lead, lead));
        });
    }

    private Http manager() {
        return Http.as("manager1", port);
    }

    private void let(LeadId lead, Promises promises) {
        switch (promises) {
            case IN_TIME -> {}
            case WARNED -> counting(lead).forEach(clause -> warn(lead, clause));
            case BROKEN ->
                counting(lead).stream()
                        .filter(clause -> !clause.equals("acceptance"))
                        .forEach(clause -> scenario.runsOut(lead, clause));
        }
    }

    private List<String> counting(LeadId lead) {
        return jdbc.sql("""
                        select clause from leadbaton.sla_clock
                        where lead_id = ? and closed_at is null and state in ('running', 'warned') order by due_at
                        """).param(lead.value()).query(String.class).list();
    }

    private void warn(LeadId lead, String clause) {
        if (scenario.escalation(lead, clause).isEmpty()) {
            scenario.fires(lead, timerOf(lead, clause));
        }
    }

    private String timerOf(LeadId lead, String clause) {
        boolean senior = scenario.waitsAt(lead).contains("takeOver");
        return clause.equals("acceptance") ? senior ? "takeOverNears" : "acceptanceNears" : clause + "Due";
    }

    private LeadId waitingAt(Place place) {
        return switch (place) {
            case SORT_OUT_LEAD -> scenario.arrivesUnassessed(aHotLead());
            case NEXT_DRIP -> scenario.arrives(aColdLead());
            case ASSIGN_BY_HAND -> withNobodyThere();
            case ACCEPT_LEAD -> scenario.arrives(aHotLead());
            case REVIEW_REJECTION -> rejected();
            default -> accepted(place);
        };
    }

    private LeadId withNobodyThere() {
        reps.all().forEach(rep -> reps.away(rep.userId(), null));
        LeadId lead = scenario.arrives(aHotLead());
        everybodyIsBack();
        return lead;
    }

    private void everybodyIsBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    private LeadId rejected() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "no-need"));
        return lead;
    }

    private LeadId accepted(Place place) {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        switch (place) {
            case ATTEMPT_PLANNED -> {}
            case MAKE_ATTEMPT -> scenario.fires(lead, "attemptPlanned");
            case HOLD_ENDS ->
                scenario.hears(
                        lead,
                        new Signal(
                                Signal.Type.HOLD,
                                null,
                                ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(7)),
                                null,
                                null));
            default -> talked(lead, place);
        }
        return lead;
    }

    private void talked(LeadId lead, Place place) {
        scenario.tries(lead, "connected");
        switch (place) {
            case QUALIFY_LEAD -> {}
            case TAKE_OVER -> disqualified(lead);
            case ASSIGN_SENIOR -> {
                reps.away("senior1", null);
                disqualified(lead);
                reps.back("senior1");
            }
            default -> qualified(lead, place);
        }
    }

    private void disqualified(LeadId lead) {
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
    }

    private void qualified(LeadId lead, Place place) {
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        if (place == Place.CLOSE_OPPORTUNITY) {
            scenario.completes(lead, "openOpportunity");
        }
    }
}
