package io.leadbaton.engine;

import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/** The engine starts only on a migrated database and with UTC as its zone. */
@Component
class EngineGround extends AbstractProcessEnginePlugin {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    /** Asking for the migrations is what puts them before the engine. */
    @SuppressWarnings("unused")
    EngineGround(FlywayMigrationInitializer migrated) {}

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Date read = DateTimeUtil.parseDate("2026-07-01T12:00:00");
        if (!read.toInstant().equals(NOON) || TimeZone.getDefault().getRawOffset() != 0) {
            throw new IllegalStateException(
                    "The engine must run in UTC, but its classes were loaded in another time zone: start io.leadbaton.Leadbaton, or give Java -Duser.timezone=UTC.");
        }
    }
}
