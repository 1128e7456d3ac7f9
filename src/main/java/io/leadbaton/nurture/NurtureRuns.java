package io.leadbaton.nurture;

import io.leadbaton.lead.LeadId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All stays of leads with marketing. */
@Repository
class NurtureRuns {

    private final JdbcClient jdbc;
    private final Clock clock;

    NurtureRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A stay that is not over goes on as it was planned. */
    void begin(LeadId lead, NurturePlan plan) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into leadbaton.nurture_run (lead_id, number, drips, every_days, reawaken_at, started_at, expires_at)
                        select :lead, coalesce(max(number), 0) + 1, :drips, :everyDays, :reawakenAt, :now, :expires
                        from leadbaton.nurture_run where lead_id = :lead having count(*) filter (where ended_at is null) = 0
                        """)
                .param("lead", lead.value())
                .param("drips", plan.drips())
                .param("everyDays", plan.everyDays())
                .param("reawakenAt", plan.reawakenAt())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(Duration.ofDays(plan.expiresAfterDays()))))
                .update();
    }

    NurtureRun current(LeadId lead) {
        return jdbc.sql("select * from leadbaton.nurture_run where lead_id = :lead order by number desc limit 1")
                .param("lead", lead.value())
                .query((row, n) -> new NurtureRun(
                        row.getInt("number"),
                        row.getInt("drips"),
                        row.getInt("every_days"),
                        row.getInt("sent"),
                        row.getInt("reawaken_at"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .single();
    }

    void end(LeadId lead) {
        jdbc.sql("update leadbaton.nurture_run set ended_at = :now where lead_id = :lead and ended_at is null")
                .param("lead", lead.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void sent(LeadId lead, NurtureRun run) {
        jdbc.sql("update leadbaton.nurture_run set sent = sent + 1 where lead_id = :lead and number = :number")
                .param("lead", lead.value())
                .param("number", run.number())
                .update();
    }
}
