package io.leadbaton.home;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open promises that were found past their first mark without a timer: a diagram has lost one, or a timer failed for good. */
@Repository
class UnwatchedPromises {

    private static final int MOST = 10;

    private final JdbcClient jdbc;

    UnwatchedPromises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<Unwatched> open() {
        return jdbc.sql("""
                        select lead_id, clause, count(*) over () as of from leadbaton.sla_clock
                        where closed_at is null and unwatched_at is not null order by unwatched_at desc, id limit :most
                        """).param("most", MOST).query(Unwatched.class).list();
    }

    /**
     * One of them.
     *
     * @param of how many there are in all
     */
    record Unwatched(String leadId, String clause, long of) {}
}
