package io.leadbaton;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.Intake;
import io.leadbaton.lead.LeadId;
import io.leadbaton.sla.SlaDates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The oracle notices what it is there for: each thing that must not be is brought about once. */
@LeadbatonTest
class InvariantsTests {

    @Autowired
    Scenario scenario;

    @Autowired
    Invariants invariants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Intake intake;

    @Autowired
    SlaDates sla;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private ClientLedger ledger;

    @BeforeEach
    void opensALedger(@TempDir Path folder) {
        ledger = ClientLedger.of(folder.getFileName().toString(), folder.resolve("ledger"));
    }

    @BeforeEach
    void theClockStandsStill() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-03-05T09:00:00Z")));
    }

    @Test
    void findNothingWrongWithALeadThatNobodyHarmed() {
        invariants.holdFor(scenario.arrives(aCaller()));
        invariants.holdFor(aStuckLead());
    }

    @Test
    void lookAtOneMomentWhileTimersFire() {
        LeadId lead = aStuckLead();
        String lateOwner = scenario.lead(lead).owner();
        var rung = new AtomicReference<Runnable>(() -> scenario.nextMarkComes(lead, "firstResponse"));
        var looking = new Invariants(
                jdbc,
                clockId -> {
                    Date asked = sla.nextMark(clockId);
                    CompletableFuture.runAsync(rung.getAndSet(() -> {})).join();
                    return asked;
                },
                transactions,
                clock);

        assertThat(looking.sentences(lead.value())).isEmpty();

        assertThat(scenario.lead(lead).owner()).isNotEqualTo(lateOwner);
        invariants.holdFor(lead);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            delete from camunda.act_ru_job where handler_cfg_ = 'firstResponseDue'                    | has 0 timers
            update camunda.act_ru_job set duedate_ = '2999-01-01' where handler_cfg_ = 'processedDue' | has 0 timers
            update camunda.act_ru_job set duedate_ = duedate_ + interval '2 s' where handler_cfg_ = 'processedDue' | and its next mark at
            update camunda.act_ru_job set retries_ = 0 where handler_cfg_ = 'acceptanceNears'         | timer that cannot fire
            update camunda.act_ru_job set suspension_state_ = 2 where handler_cfg_ = 'acceptanceNears' | timer that cannot fire
            update camunda.act_ru_job set duedate_ = duedate_ - interval '2 s' where handler_cfg_ = 'acceptanceDue' | is taken away at
            delete from camunda.act_ru_job where handler_cfg_ = 'acceptanceDue'                       | can be kept forever
            update leadbaton.sla_clock set closed_at = now() where clause = 'processed'               | is settled and has a timer
            insert into leadbaton.sla_pause select id, now(), null, '' from leadbaton.sla_clock where clause = 'processed' | has 1 timers
            update camunda.act_ru_task set due_date_ = null                                           | shows no date
            update camunda.act_ru_task set due_date_ = due_date_ + interval '2 s'                     | promised is
            update leadbaton.sla_clock set due_at = '2020-01-01' where clause = 'processed'           | unnoticed
            insert into leadbaton.sla_mark select id, 'deadline', now() from leadbaton.sla_clock where clause = 'processed' and closed_at is null on conflict do nothing | has 1 breaches and tells of 0
            update leadbaton.sla_clock set state = 'missed' where clause = 'processed'                | has 0 breaches and tells of 0
            with nobody as (update camunda.act_ru_task set assignee_ = null) update leadbaton.lead set owner = null, stage_since = '2020-01-01' | is nobody's since
            with deaf as (update camunda.act_ru_event_subscr set execution_id_ = null), idle as (update camunda.act_ru_task set execution_id_ = null) update camunda.act_ru_job set execution_id_ = null | waits for nothing
            with links as (delete from camunda.act_ru_identitylink) delete from camunda.act_ru_task   | nobody can do it
            delete from leadbaton.lead_event where seq = 2                                            | should have
            update leadbaton.lead set event_seq = event_seq + 1                                       | should have
            insert into leadbaton.attempt select id, 2, 1, 'call', 'no-answer', null, 'rep1', now(), now() from leadbaton.lead | has 1 attempts up to number 2
            update camunda.act_ru_job set retries_ = 0 where handler_cfg_ = 'processedDue'            | was given up and nobody is told
            update leadbaton.lead set policy_version = 'another'                                      | the lead goes by another
            """)
    void noticeWhatMustNotBe(String harm, String said) {
        assertNoticed(scenario.arrives(aCaller()), harm, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            delete from camunda.act_ru_incident                                                              | has 0 incidents
            update camunda.act_ru_incident i set root_cause_incident_id_ = i.id_, configuration_ = root.configuration_ from camunda.act_ru_incident root where root.id_ = i.root_cause_incident_id_ | has 2 incidents
            update camunda.act_ru_incident set activity_id_ = 'takeOver' where id_ = root_cause_incident_id_ | where nobody waits
            delete from camunda.act_ru_incident where id_ <> root_cause_incident_id_                         | is not shown at handoff
            update leadbaton.sla_clock set closed_at = now() where clause = 'firstResponse'                  | still escalates
            delete from leadbaton.lead_event where type = 'clock-missed'                                     | tells of 0
            update camunda.act_ru_incident set incident_type_ = 'failedJob', configuration_ = 'gone'         | is about work that nobody gave up
            """)
    void noticeWhatMustNotBeOfAStuckLead(String harm, String said) {
        assertNoticed(aStuckLead(), harm, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            update leadbaton.lead set idempotency_key = 'other' where idempotency_key = 'key'                              | and is lost
            update leadbaton.lead set idempotency_key = 'other' where idempotency_key = 'key'                              | nobody sent other
            update camunda.act_hi_procinst set proc_def_key_ = 'other'                        | began 0 ways
            update camunda.act_hi_procinst set proc_def_key_ = 'lifecycle', super_process_instance_id_ = null | began 3 ways
            update camunda.act_ru_execution set business_key_ = null                          | is open, and 0 ways go on
            update leadbaton.lead set stage = 'WON'                                           | has ended, and 1 ways go on
            """)
    void noticeWhatNoClientWouldForgive(String harm, String said) {
        String lead = arrivesAs("key");
        ledger.acknowledged("key", lead);
        assertThat(invariants.violations(ledger).values()).allMatch(List::isEmpty);

        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            assertThat(jdbc.sql(harm).update()).isPositive();
            assertThat(invariants.lostOrDoubled(ledger)).anyMatch(sentence -> sentence.contains(said));
        });
    }

    @Test
    void noticeWhenAnswersContradictEachOther() {
        ledger.refused("refused");
        arrivesAs("refused");
        ledger.acknowledged("twice", arrivesAs("twice"));
        ledger.acknowledged("twice", arrivesAs("again"));
        ledger.acknowledged("again", arrivesAs("again"));
        ledger.unknown("lost");

        assertThat(invariants.violations(ledger).values().stream().flatMap(List::stream))
                .anyMatch(sentence -> sentence.contains("refused was refused, and is stored as"))
                .anyMatch(sentence -> sentence.contains("twice was answered with 2 leads"))
                .anyMatch(sentence -> sentence.contains("answers 2 requests"))
                .anyMatch(sentence -> sentence.contains("what became of lost is still unknown"));
    }

    @Test
    void noticeWhereAPersonIsKnownWhoMustNotBe() {
        scenario.arrives(aCaller());
        assertThat(Canary.tablesThatKnow("Zanzibarine", jdbc)).isEmpty();

        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            jdbc.sql("update camunda.act_ru_variable set text_ = 'of Zanzibarine'")
                    .update();
            jdbc.sql("update camunda.act_ge_bytearray set bytes_ = convert_to('to Zanzibarine', 'UTF8')")
                    .update();
            assertThat(Canary.tablesThatKnow("Zanzibarine", jdbc))
                    .containsExactlyInAnyOrder("act_ru_variable", "act_ge_bytearray");
        });
    }

    /** A door of its own for each test: the database is shared. */
    private String arrivesAs(String key) {
        return intake.receive(aCaller(), ledger.door(), key, null).leadId().value();
    }

    private LeadId aStuckLead() {
        LeadId lead = scenario.arrives(aCaller());
        scenario.livesUntil(lead, ClockUtil.getCurrentTime().toInstant().plusSeconds(301));
        return lead;
    }

    private void assertNoticed(LeadId lead, String harm, String said) {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            assertThat(jdbc.sql(harm).update()).isPositive();
            assertThat(invariants.sentences(lead.value())).anyMatch(sentence -> sentence.contains(said));
        });
    }
}
