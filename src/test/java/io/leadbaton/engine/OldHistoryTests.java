package io.leadbaton.engine;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ended half a year ago leaves the engine's history by night, and nothing else does. */
@LeadbatonTest
class OldHistoryTests {

    private static final String ROWS = """
            select (xpath('/row/n/text()', query_to_xml(
                format('select count(*) as n from camunda.%I where root_proc_inst_id_ in (select root_proc_inst_id_
                    from camunda.act_hi_procinst where business_key_ = %L)', table_name, :lead), false, true, '')))[1]::text::int
            from information_schema.columns
            where table_schema = 'camunda' and table_name like 'act_hi_%' and column_name = 'root_proc_inst_id_'
            """;

    @Autowired
    Scenario scenario;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void logsOut() {
        identity.clearAuthentication();
    }

    @Test
    void oneJobWaitsForTheNight() {
        Job job = cleaning();

        assertThat(job.getRetries()).isPositive();
        assertThat(job.isSuspended()).isFalse();
        assertThat(job.getDuedate().toInstant().atZone(ZoneOffset.UTC).toLocalTime())
                .isEqualTo(LocalTime.of(22, 0));
    }

    @Test
    void whatEndedLongAgoIsForgottenAndTheRestIsKept() {
        LeadId ended = ended();
        LeadId open = scenario.arrives(aCaller());
        scenario.accepts(open);
        Scenario.passes(Duration.ofDays(20));
        LeadId younger = ended();
        int ofTheOpenOne = remembered(open);
        int ofTheYoungerOne = remembered(younger);
        assertThat(remembered(ended)).isPositive();

        cleansUp(nightAfter(Duration.ofDays(170)));

        assertThat(remembered(ended)).isZero();
        assertThat(remembered(open)).isEqualTo(ofTheOpenOne).isPositive();
        assertThat(remembered(younger)).isEqualTo(ofTheYoungerOne).isPositive();
    }

    @Test
    void nothingIsForgottenByDay() {
        LeadId ended = ended();

        cleansUp(nightAfter(Duration.ofDays(181)).plus(Duration.ofHours(12)));

        assertThat(remembered(ended)).isPositive();
        assertThat(cleaning().getDuedate()).isEqualTo(Date.from(nightAfter(Duration.ZERO)));
    }

    @Test
    void cleansUpNightAfterNight() {
        Instant night = nightAfter(Duration.ofDays(1));

        cleansUp(night);
        assertThat(cleaning().getDuedate().toInstant()).isBetween(night, night.plus(Duration.ofMinutes(1)));

        cleansUp(night.plus(Duration.ofHours(8)));
        assertThat(cleaning().getDuedate().toInstant()).isEqualTo(night.plus(Duration.ofDays(1)));
    }

    @Test
    void everyProcessThatEndsKnowsWhenItIsForgotten() {
        LeadId lead = scenario.arrives(aCaller());
        scenario.runsOut(lead, "firstResponse");
        scenario.hears(lead, Signal.Type.OPTED_OUT);
        identity.setAuthentication("rep2", List.of("camunda-admin"));
        runtime.startProcessInstanceByKey(
                "absence",
                Variables.putValue("status", "back").putValue("until", null).putValue("cover", null));

        assertThat(jdbc.sql("""
                        select distinct proc_def_key_ from camunda.act_hi_procinst
                        where removal_time_ = end_time_ + interval '180 days' order by 1
                        """).query(String.class).list()).contains("absence", "escalation", "handoff", "lifecycle");
        assertThat(jdbc.sql("""
                        select proc_def_key_ from camunda.act_hi_procinst i where removal_time_ is null and not exists (
                            select 1 from camunda.act_ru_execution e where e.id_ = i.root_proc_inst_id_)
                        """).query(String.class).list()).isEmpty();
    }

    private LeadId ended() {
        LeadId lead = scenario.arrives(aCaller());
        scenario.hears(lead, Signal.Type.OPTED_OUT);
        return lead;
    }

    private int remembered(LeadId lead) {
        List<Integer> rows =
                jdbc.sql(ROWS).param("lead", lead.value()).query(Integer.class).list();
        return rows.stream().mapToInt(Integer::intValue).sum();
    }

    private static Instant nightAfter(Duration time) {
        Instant then = ClockUtil.getCurrentTime().toInstant().plus(time);
        return LocalDate.ofInstant(then, ZoneOffset.UTC).atTime(22, 0).toInstant(ZoneOffset.UTC);
    }

    private void cleansUp(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
        management.executeJob(cleaning().getId());
    }

    private Job cleaning() {
        List<Job> jobs = history.findHistoryCleanupJobs();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }
}
