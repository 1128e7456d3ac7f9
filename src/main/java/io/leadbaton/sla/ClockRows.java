package io.leadbaton.sla;

import io.leadbaton.sla.calendar.Pause;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks of all leads as they are stored: at most one open per lead and clause. */
@Repository
class ClockRows {

    private static final String SELECT = """
            select c.*,
                array(select mark from leadbaton.sla_mark m where m.clock_id = c.id) as reached,
                array(select began_at from leadbaton.sla_pause p where p.clock_id = c.id order by began_at) as pauses_began,
                array(select ended_at from leadbaton.sla_pause p where p.clock_id = c.id order by began_at) as pauses_ended
            from leadbaton.sla_clock c
            """;

    private static final String OLD_HOURS = """

            where c.closed_at is null and c.state in ('running', 'warned') and c.calendar_id is not null
              and c.calendar_version < (select max(k.version) from leadbaton.business_calendar k where k.id = c.calendar_id)
            """;

    private final JdbcClient jdbc;
    private final KnownClocks known;
    private final Consumer<String> leadLock;

    ClockRows(JdbcClient jdbc, KnownClocks known, @Qualifier("leadLock") Consumer<String> leadLock) {
        this.jdbc = jdbc;
        this.known = known;
        this.leadLock = leadLock;
    }

    Optional<SlaClock> find(String clockId) {
        return known.find(clockId).or(() -> read(clockId));
    }

    private Optional<SlaClock> read(String clockId) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", clockId)
                .query(ClockRows::clock)
                .optional();
    }

    /** As {@link #find}, and nobody else changes its lead or its clocks before this transaction ends. */
    Optional<SlaClock> findLocked(String clockId) {
        return find(clockId).flatMap(found -> lock(found.leadId()) ? lockedNow(found) : Optional.of(found));
    }

    private Optional<SlaClock> lockedNow(SlaClock seen) {
        openOf(seen.leadId());
        return find(seen.id());
    }

    Optional<SlaClock> open(String leadId, Clause clause) {
        return openOf(leadId).stream().filter(open -> open.clause() == clause).findFirst();
    }

    List<SlaClock> openOf(String leadId) {
        return known.openOf(leadId, this::readOpen);
    }

    /** As {@link #openOf}: a timer may break a promise at the very moment in which it is kept, and the first to lock its lead wins. */
    List<SlaClock> openToChange(String leadId) {
        lock(leadId);
        return openOf(leadId);
    }

    private List<SlaClock> readOpen(String leadId) {
        return jdbc.sql(SELECT + "where c.lead_id = :lead and c.closed_at is null order by c.due_at")
                .param("lead", leadId)
                .query(ClockRows::clock)
                .list();
    }

    /** The open clocks of a lead that were warned or missed. */
    List<SlaClock> pressingOf(String leadId) {
        return openOf(leadId).stream().filter(SlaClock::isPressing).toList();
    }

    /** Leads with a clock that {@link #countingOldHours}. */
    List<String> leadsCountingOldHours() {
        return jdbc.sql("select distinct c.lead_id from leadbaton.sla_clock c" + OLD_HOURS + "order by c.lead_id")
                .query(String.class)
                .list();
    }

    /** Clocks that run and count hours of which there is a newer version; those that stand still ask when they run on. */
    List<SlaClock> countingOldHours(String leadId) {
        return jdbc.sql(SELECT + OLD_HOURS + "and c.lead_id = :lead")
                .param("lead", leadId)
                .query(ClockRows::clock)
                .list();
    }

    /** Leads with an open clock of this owner, always in the same order: each is locked in turn. */
    List<String> leadsOf(String owner) {
        return jdbc.sql("""
                        select distinct lead_id from leadbaton.sla_clock
                        where owner = :owner and closed_at is null order by lead_id
                        """).param("owner", owner).query(String.class).list();
    }

    /** Nobody else changes the lead or its clocks before this transaction ends; true when that was not so before. */
    boolean lock(String leadId) {
        boolean first = known.lock(leadId);
        if (first) {
            leadLock.accept(leadId);
        }
        return first;
    }

    /** Adds the next round of the clause. */
    SlaClock add(String leadId, Promise promise, @Nullable String owner, Instant from, Reckoned due) {
        String id = UUID.randomUUID().toString();
        int round = jdbc.sql("""
                        insert into leadbaton.sla_clock (id, lead_id, clause, round, state, owner, started_at, due_at, target, unit,
                            calendar, calendar_id, calendar_version, warnings, ladder, keep_timing, explanation, first_mark_at)
                        select :id, :lead, :clause, coalesce(max(round), 0) + 1, 'running', :owner, :from, :due, :target, :unit,
                            :hours, :calendar, :version, :warnings, :ladder, :keepTiming, cast(:explanation as jsonb), :firstMark
                        from leadbaton.sla_clock where lead_id = :lead and clause = :clause
                        returning round
                        """)
                .param("id", id)
                .param("lead", leadId)
                .param("clause", promise.clause().wire())
                .param("owner", owner)
                .param("from", Timestamp.from(from))
                .param("target", promise.target().amount())
                .param("unit", promise.target().unit().wire())
                .param("hours", promise.hours())
                .param("warnings", promise.warnings().toArray(Integer[]::new))
                .param("ladder", promise.ladder().stream().map(Mark::wire).toArray(String[]::new))
                .param("keepTiming", promise.keepTiming())
                .params(due.columns())
                .query(Integer.class)
                .single();
        SlaClock started = SlaClock.started(id, leadId, round, promise, owner, from, due);
        known.started(started);
        return started;
    }

    /** Gives an open clock another deadline. */
    void recount(String id, Reckoned due) {
        known.forget();
        jdbc.sql("""
                        update leadbaton.sla_clock set due_at = :due, calendar_id = :calendar, calendar_version = :version,
                            explanation = cast(:explanation as jsonb), first_mark_at = :firstMark
                        where id = :id
                        """).param("id", id).params(due.columns()).update();
    }

    void state(String id, SlaClock.State state) {
        known.changed(id, clock -> clock.in(state));
        jdbc.sql("update leadbaton.sla_clock set state = :state where id = :id")
                .param("id", id)
                .param("state", state.wire())
                .update();
    }

    /** Remembers which escalation watches the clock. */
    void escalation(String id, String processInstance) {
        known.changed(id, clock -> clock.escalatedBy(processInstance));
        jdbc.sql("update leadbaton.sla_clock set escalation = :escalation where id = :id")
                .param("id", id)
                .param("escalation", processInstance)
                .update();
    }

    /** Remembers that no timer watched the clock when something first had to happen. */
    void unwatched(String id, Instant at) {
        jdbc.sql("update leadbaton.sla_clock set unwatched_at = :at where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Who owns the lead at the deadline answers for a promise that was the lead's own.
     *
     * @return who answers, null inside for nobody; empty when the promise was broken before
     */
    Optional<Answering> breakPromise(String id, Instant at) {
        Optional<Answering> broken = jdbc.sql("""
                        with broken as (
                            update leadbaton.sla_clock c set state = 'missed',
                                owner = coalesce(c.owner, (select l.owner from leadbaton.lead l where l.id = c.lead_id))
                            where c.id = :id and c.state <> 'missed' returning c.id, c.owner),
                        mark as (
                            insert into leadbaton.sla_mark (clock_id, mark, at) select id, :mark, :at from broken
                            on conflict (clock_id, mark) do nothing)
                        select owner from broken
                        """)
                .param("id", id)
                .param("mark", Mark.DEADLINE.name())
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Answering(row.getString("owner")))
                .optional();
        broken.ifPresent(answering -> known.changed(id, clock -> clock.brokenBy(answering.owner())));
        return broken;
    }

    /** Who answers for a broken promise; null for nobody. */
    record Answering(@Nullable String owner) {}

    /** Whether the round before this one had an escalation. */
    boolean escalatedBefore(SlaClock clock) {
        return jdbc.sql("""
                        select exists (select 1 from leadbaton.sla_clock
                            where lead_id = :lead and clause = :clause and round = :round - 1 and escalation is not null)
                        """)
                .param("lead", clock.leadId())
                .param("clause", clock.clause().wire())
                .param("round", clock.round())
                .query(Boolean.class)
                .single();
    }

    /** A clock at its end: what became of its promise, and how long it ran on the wall and in business time. */
    record Settled(SlaClock clock, SlaClock.State as, long wallSeconds, long businessSeconds) {}

    /** Ends the watch of all of them; who owned the lead then answers for a promise that was the lead's own. */
    void close(List<Settled> ended, String why, Instant at) {
        if (ended.isEmpty()) {
            return;
        }
        known.closed(ended.stream().map(settled -> settled.clock().id()).toList());
        jdbc.sql("""
                        update leadbaton.sla_clock c set state = ended.state, closed_at = :at, closed_why = :why,
                            wall_seconds = ended.wall, business_seconds = ended.business,
                            owner = coalesce(c.owner, (select l.owner from leadbaton.lead l where l.id = c.lead_id))
                        from unnest(:ids, :states, :walls, :businesses) as ended (id, state, wall, business)
                        where c.id = ended.id and c.closed_at is null
                        """)
                .param("why", why)
                .param("at", Timestamp.from(at))
                .param(
                        "ids",
                        ended.stream().map(settled -> settled.clock().id()).toArray(String[]::new))
                .param(
                        "states",
                        ended.stream().map(settled -> settled.as().wire()).toArray(String[]::new))
                .param("walls", ended.stream().map(Settled::wallSeconds).toArray(Long[]::new))
                .param(
                        "businesses",
                        ended.stream().map(Settled::businessSeconds).toArray(Long[]::new))
                .update();
    }

    /** Ticks off a mark of the clock. */
    void reach(String id, Mark mark, Instant at) {
        known.changed(id, clock -> clock.having(mark));
        jdbc.sql("insert into leadbaton.sla_mark (clock_id, mark, at) values (:id, :mark, :at)")
                .param("id", id)
                .param("mark", mark.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static SlaClock clock(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new SlaClock(
                row.getString("id"),
                row.getString("lead_id"),
                row.getInt("round"),
                SlaClock.State.named(row.getString("state")),
                row.getString("owner"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                Promises.promise(row),
                row.getString("calendar_id"),
                row.getInt("calendar_version"),
                pauses(row),
                Set.of((String[]) row.getArray("reached").getArray()),
                row.getString("escalation"),
                closed == null ? null : closed.toInstant());
    }

    private static List<Pause> pauses(ResultSet row) throws SQLException {
        List<@Nullable Instant> began = instants(row.getArray("pauses_began"));
        List<@Nullable Instant> ended = instants(row.getArray("pauses_ended"));
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i < began.size(); i++) {
            pauses.add(new Pause(began.get(i), ended.get(i)));
        }
        return Pause.joined(pauses);
    }

    private static List<@Nullable Instant> instants(Array column) throws SQLException {
        List<@Nullable Instant> instants = new ArrayList<>();
        for (Timestamp at : (Timestamp[]) column.getArray()) {
            instants.add(at == null ? null : at.toInstant());
        }
        return instants;
    }
}
