package io.leadbaton.lead.web;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadbaton.StoredJson;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.UnknownLead;
import io.leadbaton.lead.web.ShownLead.ShownAttempts;
import io.leadbaton.lead.web.ShownLead.ShownClause;
import io.leadbaton.lead.web.ShownLead.ShownPerson;
import io.leadbaton.lead.web.ShownLead.ShownScore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads single leads with person, score and promises, as they are shown. */
@Repository
class ShownLeads {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    ShownLeads(JdbcClient jdbc, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    ShownLead get(LeadId id) {
        List<ShownClause> sla = clauses(id);
        return jdbc.sql("""
                        select l.*, p.lead_id, p.email, p.phone, p.first_name, p.last_name, p.company, p.job_title, p.country,
                            p.city, p.time_zone, p.message
                        from leadbaton.lead l left join leadbaton.lead_person p on p.lead_id = l.id where l.id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> lead(row, sla))
                .optional()
                .orElseThrow(UnknownLead::new);
    }

    private List<ShownClause> clauses(LeadId id) {
        return jdbc.sql("""
                        select distinct on (clause) id, clause, due_at, state,
                            closed_at is null and state <> 'paused' and due_at < :now as late
                        from leadbaton.sla_clock
                        where lead_id = :id and (closed_at is null or state in ('met', 'missed', 'excused'))
                        order by clause, round desc
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new ShownClause(
                        row.getString("id"),
                        row.getString("clause"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getString("state"),
                        row.getBoolean("late")))
                .list();
    }

    private ShownLead lead(ResultSet row, List<ShownClause> sla) throws SQLException {
        return new ShownLead(
                row.getString("id"),
                row.getString("external_id"),
                row.getString("stage"),
                row.getString("stage_reason"),
                row.getString("owner"),
                row.getString("team"),
                score(row),
                new ShownAttempts(row.getInt("attempts_made"), row.getInt("attempts_planned")),
                sla,
                row.getTimestamp("received_at").toInstant(),
                row.getString("policy_version"),
                row.getString("lead_id") == null ? null : person(row),
                row.getString("channel"),
                row.getString("source"),
                row.getString("campaign"),
                row.getString("supplier"),
                row.getString("lead_type"),
                instant(row, "next_attempt_at"),
                instant(row, "hold_until"),
                row.getString("merged_into"));
    }

    private ShownScore score(ResultSet row) throws SQLException {
        return new ShownScore(
                row.getObject("intent", Integer.class),
                row.getObject("qualification", Integer.class),
                row.getObject("total", Integer.class),
                row.getString("grade"),
                json.read(row.getString("score_reasons"), TEXTS));
    }

    private static ShownPerson person(ResultSet row) throws SQLException {
        return new ShownPerson(
                row.getString("email"),
                row.getString("phone"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("company"),
                row.getString("job_title"),
                row.getString("country"),
                row.getString("city"),
                row.getString("time_zone"),
                row.getString("message"),
                row.getBoolean("email_opt_out"),
                row.getBoolean("do_not_call"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
