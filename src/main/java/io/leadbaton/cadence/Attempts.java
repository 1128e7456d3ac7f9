package io.leadbaton.cadence;

import io.leadbaton.PerTransaction;
import io.leadbaton.lead.LeadId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every attempt ever made to reach a lead, numbered from 1 without gaps. */
@Repository
class Attempts {

    private final PerTransaction<Map<Round, Instant>> justMade = new PerTransaction<>(HashMap::new);
    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Round(LeadId lead, int number) {}

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
        justMade.get().put(new Round(attempt.lead(), attempt.round()), now);
    }

    /** @param round contact plans begun when it was made, this one included */
    record Logged(LeadId lead, int number, int round, Outcome outcome, String rep, Instant madeAt) {}

    Optional<Logged> find(LeadId lead, int number) {
        return jdbc.sql("select * from leadbaton.attempt where lead_id = :lead and number = :number")
                .param("lead", lead.value())
                .param("number", number)
                .query((row, n) -> new Logged(
                        lead,
                        number,
                        row.getInt("cadence_round"),
                        Outcome.named(row.getString("outcome")),
                        row.getString("rep"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    /** Keeps what was logged and shows what it should have been. */
    void correct(Logged attempt, Outcome outcome, String note, String by) {
        jdbc.sql("""
                        with corrected as (
                            update leadbaton.attempt set outcome = :became where lead_id = :lead and number = :attempt)
                        insert into leadbaton.attempt_correction (lead_id, attempt, number, was, became, note, at, by)
                        select :lead, :attempt, coalesce(max(number), 0) + 1, :was, :became, nullif(:note, ''), :now, :by
                        from leadbaton.attempt_correction where lead_id = :lead and attempt = :attempt
                        """)
                .param("lead", attempt.lead().value())
                .param("attempt", attempt.number())
                .param("was", attempt.outcome().wire())
                .param("became", outcome.wire())
                .param("note", note)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Instant> last(LeadId lead, int round) {
        return Optional.ofNullable(justMade.get().get(new Round(lead, round))).or(() -> readLast(lead, round));
    }

    private Optional<Instant> readLast(LeadId lead, int round) {
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
