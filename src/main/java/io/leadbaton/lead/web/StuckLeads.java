package io.leadbaton.lead.web;

import io.leadbaton.sla.Clause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Promises that are overdue and still open, the oldest first, and how the teams stand; nothing about the persons. */
@Repository
class StuckLeads {

    private static final String OPEN = "from leadbaton.sla_clock c join leadbaton.lead l on l.id = c.lead_id"
            + " where c.closed_at is null and c.state <> 'paused' and c.clause = any(:clauses)";

    private final JdbcClient jdbc;
    private final Clock clock;

    StuckLeads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One more than asked for shows whether a page follows. */
    List<StuckLead> overdue(StuckQuery query, Set<Clause> clauses, int most) {
        PageCursor cursor = query.cursor();
        return jdbc.sql("select c.id, c.lead_id, c.clause, c.due_at, l.owner, l.team, l.stage " + OPEN + """
                         and c.due_at < :now
                         and (cast(:team as text) is null or l.team = :team)
                         and (cast(:activity as text) is null or exists (
                            select 1 from camunda.act_ru_execution e
                            join camunda.act_ru_execution p on p.id_ = e.proc_inst_id_
                            where e.proc_def_id_ = :definition and e.act_id_ = :activity and e.is_active_
                              and p.business_key_ in (c.lead_id, c.id)))
                         and (cast(:after as timestamptz) is null or (c.due_at, c.id) > (:after, :afterId))
                        order by c.due_at, c.id limit :most
                        """)
                .param("clauses", wire(clauses))
                .param("now", Timestamp.from(clock.instant()))
                .param("team", query.team())
                .param("definition", query.definition())
                .param("activity", query.activity())
                .param("after", cursor == null ? null : Timestamp.from(cursor.at()))
                .param("afterId", cursor == null ? null : cursor.id())
                .param("most", most)
                .query(this::stuck)
                .list();
    }

    List<TeamFigures> teams(Set<Clause> clauses) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select l.team, count(*) filter (where c.due_at < :now) as overdue,
                            count(*) filter (where c.due_at >= :now and c.due_at < :soon) as soon,
                            count(*) filter (where c.due_at >= :now) as running
                        """ + OPEN + " group by l.team order by overdue desc, l.team nulls last")
                .param("clauses", wire(clauses))
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(Duration.ofHours(1))))
                .query((row, number) -> new TeamFigures(
                        row.getString("team"), row.getInt("overdue"), row.getInt("soon"), row.getInt("running")))
                .list();
    }

    private static String[] wire(Set<Clause> clauses) {
        return clauses.stream().map(Clause::wire).toArray(String[]::new);
    }

    private StuckLead stuck(ResultSet row, int number) throws SQLException {
        Instant due = row.getTimestamp("due_at").toInstant();
        Clause clause = Clause.named(row.getString("clause"));
        return new StuckLead(
                row.getString("lead_id"),
                row.getString("id"),
                clause.wire(),
                clause.inWords(),
                row.getString("owner"),
                row.getString("team"),
                row.getString("stage"),
                due,
                Duration.between(due, clock.instant()).toSeconds());
    }

    /**
     * One overdue promise.
     *
     * @param owner who has the lead now; null when nobody does
     */
    record StuckLead(
            String leadId,
            String clockId,
            String clause,
            String clauseInWords,
            @Nullable String owner,
            @Nullable String team,
            String stage,
            Instant dueAt,
            long lateBySeconds) {}

    /**
     * How the open promises of a team stand.
     *
     * @param team null for leads that no team has yet
     * @param dueWithinTheHour part of those that run
     * @param running not yet due
     */
    record TeamFigures(@Nullable String team, int overdue, int dueWithinTheHour, int running) {}
}
