package io.leadbaton.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks of all leads: at most one open per lead and clause. */
@Repository
public class Clocks {

    private final JdbcClient jdbc;
    private final Promises promises;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Clocks(JdbcClient jdbc, Promises promises, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.promises = promises;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Keeps what the policy promises for a lead; clocks that run already are not changed by it. */
    public void promise(String leadId, List<? extends Map<String, ?>> rows) {
        promises.keep(leadId, rows);
    }

    /** Watches the clause from now on for this owner; an open clock of an earlier owner is closed. */
    public void start(String leadId, Clause clause, @Nullable String owner) {
        start(leadId, clause, owner, clock.instant());
    }

    /** As {@link #start(String, Clause, String)}, counted from an instant that may lie in the past or the future. */
    public void start(String leadId, Clause clause, @Nullable String owner, Instant from) {
        close(leadId, clause, "next-round");
        promises.find(leadId, clause).ifPresent(promise -> insert(leadId, promise, owner, from));
    }

    private void insert(String leadId, Promise promise, @Nullable String owner, Instant from) {
        Instant due = promise.dueAfter(from);
        jdbc.sql("""
                        insert into leadbaton.sla_clock (id, lead_id, clause, round, state, owner, started_at, due_at)
                        select :id, :lead, :clause, coalesce(max(round), 0) + 1, 'running', :owner, :from, :due
                        from leadbaton.sla_clock where lead_id = :lead and clause = :clause
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("lead", leadId)
                .param("clause", promise.clause().wire())
                .param("owner", owner)
                .param("from", Timestamp.from(from))
                .param("due", Timestamp.from(due))
                .update();
        publisher.publishEvent(new ClockStarted(leadId, promise.clause(), due));
    }

    /** The promises were kept, in time or late. A clause without an open clock is passed over. */
    public void keep(String leadId, Clause... clauses) {
        List<Clause> kept = List.of(clauses);
        openOf(leadId).stream().filter(open -> kept.contains(open.clause())).forEach(this::keep);
    }

    private void keep(SlaClock open) {
        boolean inTime =
                open.state() != SlaClock.State.MISSED && !clock.instant().isAfter(open.dueAt());
        finish(open, inTime ? "met" : "missed", "kept");
    }

    /** The promise became pointless, for the reason given; one that is overdue by now counts as missed. */
    public void close(String leadId, Clause clause, String why) {
        open(leadId, clause).ifPresent(open -> abandon(open, why));
    }

    /** As {@link #close} for every open clock of a lead. */
    public void closeAll(String leadId, String why) {
        openOf(leadId).forEach(open -> abandon(open, why));
    }

    private void abandon(SlaClock open, String why) {
        boolean missed = open.state() == SlaClock.State.MISSED || open.isDue(clock.instant());
        finish(open, missed ? "missed" : stateInWords(open), why);
    }

    private void finish(SlaClock open, String state, String why) {
        Instant now = clock.instant();
        if (state.equals("missed") && open.state() != SlaClock.State.MISSED) {
            miss(open);
        }
        jdbc.sql("""
                        update leadbaton.sla_clock set state = :state, closed_at = :now, closed_why = :why
                        where id = :id and closed_at is null
                        """)
                .param("id", open.id())
                .param("state", state)
                .param("why", why)
                .param("now", Timestamp.from(now))
                .update();
        publisher.publishEvent(
                new ClockClosed(open.id(), open.leadId(), open.clause(), state.equals("met"), why, open.escalation()));
    }

    /** Writes the breach of an open clock once, however often it is reported. */
    void miss(SlaClock late) {
        int first = jdbc.sql("""
                        with missed as (
                            update leadbaton.sla_clock set state = 'missed' where id = :clock and closed_at is null returning id)
                        insert into leadbaton.sla_mark (clock_id, mark, at) select id, 'deadline', :now from missed
                        on conflict (clock_id, mark) do nothing
                        """)
                .param("clock", late.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (first == 1) {
            publisher.publishEvent(
                    new ClockMissed(late.id(), late.leadId(), late.clause(), late.owner(), late.dueAt()));
        }
    }

    /** Nobody else changes the lead or its clocks before this transaction ends. */
    void lock(String leadId) {
        jdbc.sql("select id from leadbaton.lead where id = :lead for update")
                .param("lead", leadId)
                .query(String.class)
                .optional();
    }

    /** Stops every running clock of a lead until {@link #resume}. */
    public void pause(String leadId) {
        jdbc.sql("""
                        update leadbaton.sla_clock set state = 'paused', paused_at = :now
                        where lead_id = :lead and closed_at is null and state in ('running', 'warned')
                        """)
                .param("lead", leadId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        publisher.publishEvent(new ClocksMoved(leadId, true));
    }

    /** Lets paused clocks run on with the time they had left. */
    public void resume(String leadId) {
        openOf(leadId).stream()
                .filter(open -> open.state() == SlaClock.State.PAUSED)
                .forEach(this::runOn);
        publisher.publishEvent(new ClocksMoved(leadId, false));
    }

    private void runOn(SlaClock paused) {
        Instant now = clock.instant();
        Instant since = paused.pausedAt() == null ? now : paused.pausedAt();
        jdbc.sql("update leadbaton.sla_clock set state = 'running', paused_at = null, due_at = :due where id = :id")
                .param("id", paused.id())
                .param("due", Timestamp.from(paused.dueAt().plus(Duration.between(since, now))))
                .update();
    }

    /** Remembers which escalation watches the clock. */
    void escalated(String clockId, String escalation) {
        jdbc.sql("update leadbaton.sla_clock set escalation = :escalation where id = :id and closed_at is null")
                .param("id", clockId)
                .param("escalation", escalation)
                .update();
    }

    Optional<SlaClock> find(String clockId) {
        return jdbc.sql("select * from leadbaton.sla_clock where id = :id")
                .param("id", clockId)
                .query(Clocks::clock)
                .optional();
    }

    public Optional<SlaClock> open(String leadId, Clause clause) {
        return jdbc.sql(
                        "select * from leadbaton.sla_clock where lead_id = :lead and clause = :clause and closed_at is null")
                .param("lead", leadId)
                .param("clause", clause.wire())
                .query(Clocks::clock)
                .optional();
    }

    public List<SlaClock> openOf(String leadId) {
        return jdbc.sql("select * from leadbaton.sla_clock where lead_id = :lead and closed_at is null order by due_at")
                .param("lead", leadId)
                .query(Clocks::clock)
                .list();
    }

    private static String stateInWords(SlaClock open) {
        return open.state().name().toLowerCase(Locale.ROOT);
    }

    private static SlaClock clock(ResultSet row, int number) throws SQLException {
        Timestamp paused = row.getTimestamp("paused_at");
        return new SlaClock(
                row.getString("id"),
                row.getString("lead_id"),
                Clause.named(row.getString("clause")),
                row.getInt("round"),
                SlaClock.State.named(row.getString("state")),
                row.getString("owner"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                paused == null ? null : paused.toInstant(),
                row.getString("escalation"));
    }
}
