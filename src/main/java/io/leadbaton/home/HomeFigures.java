package io.leadbaton.home;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The few figures that tell whether anything waits. */
@Repository
class HomeFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    HomeFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean hasReps() {
        return jdbc.sql("select exists (select 1 from leadbaton.rep where active)")
                .query(Boolean.class)
                .single();
    }

    Figures figures(String owner) {
        return jdbc.sql("""
                        select
                          (select count(*) from leadbaton.lead where stage in
                              ('RECEIVED', 'NURTURE', 'MQL', 'ASSIGNED', 'REJECTED', 'WORKING', 'ON_HOLD', 'ENGAGED', 'SQL',
                               'OPPORTUNITY')) as open,
                          (select count(*) from leadbaton.lead where owner = :owner and stage in
                              ('ASSIGNED', 'WORKING', 'ON_HOLD', 'ENGAGED', 'SQL', 'OPPORTUNITY')) as mine,
                          (select count(distinct lead_id) from leadbaton.sla_clock
                              where closed_at is null and state <> 'paused' and due_at < :now) as overdue,
                          (select count(*) from leadbaton.import where state in ('queued', 'running')) as imports
                        """)
                .param("owner", owner)
                .param("now", Timestamp.from(clock.instant()))
                .query(Figures.class)
                .single();
    }

    /**
     * Counts of leads, and of files on their way in.
     *
     * @param mine open leads of the person who looks
     */
    record Figures(long open, long mine, long overdue, long imports) {}
}
