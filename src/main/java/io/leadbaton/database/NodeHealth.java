package io.leadbaton.database;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Says whether this node may serve: not while its database is away, nor while its clock is wrong. */
@Configuration
class NodeHealth {

    /** A promise is counted in seconds: two are too many to be wrong, and with five nothing may fire. */
    private static final Duration NOT_READY = Duration.ofSeconds(2);

    private static final Duration NO_TIMERS = Duration.ofSeconds(5);

    private final boolean comparing;

    /** Tests move the clock on purpose. */
    NodeHealth(@Value("${leadbaton.compare-clocks:true}") boolean comparing) {
        this.comparing = comparing;
    }

    @Bean
    DatabaseWatch databaseWatch(JdbcConnectionDetails database, Clock clock, MeterRegistry meters) {
        return new DatabaseWatch(besidesThePool(database), clock, meters);
    }

    /** The pool may be exhausted while the database is well. */
    private static DataSource besidesThePool(JdbcConnectionDetails database) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "leadbaton watch");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "2");
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        return new DriverManagerDataSource(database.getJdbcUrl(), properties);
    }

    @Bean
    HealthIndicator databaseHealthIndicator(DatabaseWatch watch) {
        return () -> (watch.answers() && !isWrongBy(NOT_READY, watch) ? Health.up() : Health.down())
                .withDetail("answers", watch.answers())
                .withDetail("clockAheadByMillis", watch.skew().toMillis())
                .build();
    }

    /** Asked before jobs are taken. */
    @Bean
    BooleanSupplier clockIsRight(DatabaseWatch watch) {
        return () -> !isWrongBy(NO_TIMERS, watch);
    }

    private boolean isWrongBy(Duration most, DatabaseWatch watch) {
        return comparing && watch.skew().abs().compareTo(most) > 0;
    }
}
