package io.leadbaton.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Looks every few seconds, on a connection of its own, whether the database answers and whether its time is this node's time. Who
 * asks meanwhile is told what was seen last.
 */
class DatabaseWatch implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final DataSource database;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(DatabaseWatch::thread);
    private volatile boolean answers = true;
    private volatile Duration skew = Duration.ZERO;

    DatabaseWatch(DataSource database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        meters.gauge("leadbaton.database.answers", this, watch -> watch.answers ? 1 : 0);
        TimeGauge.builder("leadbaton.clock.skew", this, TimeUnit.MILLISECONDS, watch -> watch.skew.toMillis())
                .description("how far this node's clock is ahead of the database's")
                .register(meters);
    }

    boolean answers() {
        return answers;
    }

    /** Positive when this node is ahead. */
    Duration skew() {
        return skew;
    }

    @Override
    public void afterPropertiesSet() {
        thread.execute(this::lookAndComeBack);
    }

    private void lookAndComeBack() {
        look();
        Duration pause = answers ? EVERY : WHILE_AWAY;
        if (!thread.isShutdown()) {
            thread.schedule(this::lookAndComeBack, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void look() {
        try (Connection connection = database.getConnection()) {
            compareClocks(connection);
            tell(true);
        } catch (SQLException e) {
            // A database that is full of visitors still serves those it has let in.
            tell(TOO_MANY_CONNECTIONS.equals(e.getSQLState()));
        }
    }

    /** What the question itself took is no skew. */
    private void compareClocks(Connection connection) throws SQLException {
        Instant before = clock.instant();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            Instant there = rows.getTimestamp(1).toInstant();
            Instant after = clock.instant();
            if (there.isBefore(before)) {
                skew = Duration.between(there, before);
            } else {
                skew = there.isAfter(after) ? Duration.between(there, after) : Duration.ZERO;
            }
        }
    }

    private void tell(boolean now) {
        if (now != answers) {
            log.warn(now ? "The database answers again" : "The database does not answer");
        }
        answers = now;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "database-watch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
