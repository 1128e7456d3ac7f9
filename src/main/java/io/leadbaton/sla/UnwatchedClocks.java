package io.leadbaton.sla;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins the escalation of promises that ran past their first mark while no timer watched them, and tells of them. */
@Component
class UnwatchedClocks {

    private static final Logger LOG = LoggerFactory.getLogger(UnwatchedClocks.class);

    /** A timer may come a little late. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int MOST = 100;

    /** A timer of the lead that is due and will be fired is only late: whatever it is about, it goes first. */
    private static final String UNWATCHED = """
            select c.id from leadbaton.sla_clock c
            where c.closed_at is null and c.escalation is null and c.state in ('running', 'warned') and c.first_mark_at < :before
              and not exists (
                select 1 from camunda.act_ru_execution root
                join camunda.act_ru_job timer on timer.root_proc_inst_id_ = root.id_
                where root.business_key_ = c.lead_id and root.parent_id_ is null and root.super_exec_ is null
                  and timer.type_ = 'timer' and timer.duedate_ <= :now and timer.retries_ > 0 and timer.suspension_state_ = 1)
            order by c.first_mark_at limit :most
            """;

    private final JdbcClient jdbc;
    private final ClockRows rows;
    private final Reckoning reckoning;
    private final EscalationProcess escalation;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Counter found;

    UnwatchedClocks(
            JdbcClient jdbc,
            ClockRows rows,
            Reckoning reckoning,
            EscalationProcess escalation,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.reckoning = reckoning;
        this.escalation = escalation;
        this.transaction = transaction;
        this.clock = clock;
        this.found = Counter.builder("leadbaton.clocks.unwatched")
                .description("promises this node found past their first mark without a timer")
                .register(meters);
    }

    /** The longest overdue first, a number of them at a time. */
    void escalate() {
        Instant now = clock.instant();
        List<String> unwatched = jdbc.sql(UNWATCHED)
                .param("before", Timestamp.from(now.minus(GRACE)))
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("most", MOST)
                .query(String.class)
                .list();
        unwatched.forEach(this::escalate);
    }

    private void escalate(String clockId) {
        try {
            transaction.executeWithoutResult(status ->
                    rows.findLocked(clockId).filter(this::isStillUnwatched).ifPresent(this::begin));
        } catch (RuntimeException e) {
            // The kind only: messages of engines quote values, and values are personal.
            LOG.warn(
                    "The escalation of the clock {} could not begin, trying again in a minute: {}",
                    clockId,
                    e.getClass().getSimpleName());
        }
    }

    /** Another node, or the work itself, may have been faster. */
    private boolean isStillUnwatched(SlaClock found) {
        Instant before = clock.instant().minus(GRACE);
        return found.escalation() == null
                && found.nextMark()
                        .filter(mark -> reckoning.at(found, mark).isBefore(before))
                        .isPresent();
    }

    private void begin(SlaClock unwatched) {
        LOG.warn(
                "No timer watched the promise '{}' of lead {}: its escalation begins now",
                unwatched.clause().wire(),
                unwatched.leadId());
        rows.unwatched(unwatched.id(), clock.instant());
        escalation.watch(unwatched);
        found.increment();
    }
}
