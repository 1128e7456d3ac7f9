package io.leadbaton.engine.jobs;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows at which instants of the near future something falls due. */
@Repository
class ComingTimers {

    /** More instants than can be told apart within the second until the next look. */
    private static final int MOST = 1_000;

    static final String COMING = """
            select distinct duedate_ from camunda.act_ru_job
            where retries_ > 0 and suspension_state_ = 1 and duedate_ >= :from and duedate_ < :until
            order by duedate_ limit :most
            """;

    private final JdbcClient jdbc;

    ComingTimers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    NavigableSet<Instant> between(Instant from, Instant until) {
        return new TreeSet<>(jdbc.sql(COMING)
                .param("from", LocalDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("until", LocalDateTime.ofInstant(until, ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, number) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .list());
    }
}
