package io.leadbaton.cadence;

import io.leadbaton.lead.LeadId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every attempt ever made to reach a lead, numbered from 1 without gaps. */
@Repository
class Attempts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param channel on which it was planned
     * @param plannedAt null for one that was made before it was due
     */
    record Made(
            LeadId lead,
            int round,
            String channel,
            Outcome outcome,
            String note,
            String rep,
            @Nullable Instant plannedAt) {}

    void add(Made attempt) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into leadbaton.attempt (lead_id, number, cadence_round, channel, outcome, note, rep,
                            planned_at, made_at)
                        select :lead, coalesce(max(number), 0) + 1, :round, :channel, :outcome, nullif(:note, ''), :rep,
                            :planned, :now
                        from leadbaton.attempt where lead_id = :lead
                        """)
                .param("lead", attempt.lead().value())
                .param("round", attempt.round())
                .param("channel", attempt.channel())
                .param("outcome", attempt.outcome().wire())
                .param("note", attempt.note())
                .param("rep", attempt.rep())
                .param("planned", Timestamp.from(attempt.plannedAt() == null ? now : attempt.plannedAt()))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Instant> last(LeadId lead, int round) {
        return jdbc.sql("""
                        select max(made_at) as last from leadbaton.attempt
                        where lead_id = :lead and cadence_round = :round having max(made_at) is not null
                        """)
                .param("lead", lead.value())
                .param("round", round)
                .query((row, n) -> row.getTimestamp("last").toInstant())
                .optional();
    }
}
