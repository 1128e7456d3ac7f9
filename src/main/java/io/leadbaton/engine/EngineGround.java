package io.leadbaton.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/** The engine starts only on a migrated database, with UTC as its zone, and while no other node makes the engine's tables. */
@Component
class EngineGround extends AbstractProcessEnginePlugin {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private static final int MOST_MILLIS = 130_000;

    private static final String WAIT_FOR_TURN = """
            set lock_timeout = 0; set statement_timeout = '2min'; select pg_advisory_lock(hashtext('leadbaton engine'))
            """;

    private static final String NEXT = """
            select pg_advisory_unlock(hashtext('leadbaton engine')); reset lock_timeout; reset statement_timeout
            """;

    private final DataSource database;
    private @Nullable Connection turn;

    /** Asking for the migrations is what puts them before the engine. */
    @SuppressWarnings("unused")
    EngineGround(FlywayMigrationInitializer migrated, DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Date read = DateTimeUtil.parseDate("2026-07-01T12:00:00");
        if (!read.toInstant().equals(NOON) || TimeZone.getDefault().getRawOffset() != 0) {
            throw new IllegalStateException(
                    "The engine must run in UTC, but its classes were loaded in another time zone: start io.leadbaton.Leadbaton, or give Java -Duser.timezone=UTC.");
        }
        turn = begin();
    }

    private Connection begin() {
        try {
            Connection connection = database.getConnection();
            connection.setNetworkTimeout(Runnable::run, MOST_MILLIS);
            execute(connection, WAIT_FOR_TURN);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("Another node seems to be making the engine's tables for minutes", e);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (Connection done = turn) {
            if (done != null) {
                execute(done, NEXT);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
