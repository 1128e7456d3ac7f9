package io.leadbaton;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @BeforeEach
    void theClockStandsStill() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-03-05T09:00:00Z")));
    }

    @Test
    void findNothingWrongWithALeadThatNobodyHarmed() {
        invariants.holdFor(scenario.arrives(aCaller()));
        invariants.holdFor(aStuckLead());
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
            """)
    void noticeWhatMustNotBeOfAStuckLead(String harm, String said) {
        assertNoticed(aStuckLead(), harm, said);
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
            assertThat(invariants.violations(lead.value())).anyMatch(sentence -> sentence.contains(said));
        });
    }
}
