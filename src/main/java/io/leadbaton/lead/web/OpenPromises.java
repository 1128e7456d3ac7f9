package io.leadbaton.lead.web;

import io.leadbaton.sla.Clause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promises that are still to be kept, of many leads at once, the nearest first. */
@Repository
class OpenPromises {

    private final JdbcClient jdbc;

    OpenPromises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, List<OpenPromise>> of(Collection<String> leads) {
        return jdbc
                .sql("""
                        select id, lead_id, clause, state, started_at, due_at from leadbaton.sla_clock
                        where lead_id = any(:leads) and closed_at is null order by state = 'paused', due_at, clause
                        """)
                .param("leads", leads.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("lead_id"), promise(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static OpenPromise promise(ResultSet row) throws SQLException {
        Clause clause = Clause.named(row.getString("clause"));
        Instant started = row.getTimestamp("started_at").toInstant();
        Instant due = row.getTimestamp("due_at").toInstant();
        String state = row.getString("state");
        Instant soon = state.equals("warned")
                ? started
                : due.minus(Duration.between(started, due).dividedBy(5));
        return new OpenPromise(row.getString("id"), clause.wire(), clause.inWords(), state, started, due, soon);
    }

    /**
     * One promise that is still to be kept.
     *
     * @param soonAt from when on it is urgent: the first warning, or the last fifth of its time
     */
    record OpenPromise(
            String clockId,
            String clause,
            String clauseInWords,
            String state,
            Instant startedAt,
            Instant dueAt,
            Instant soonAt) {}
}
