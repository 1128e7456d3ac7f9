package io.leadbaton.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseWatchTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DataSource database = new DriverManagerDataSource(TestDatabase.fresh());

    @ParameterizedTest
    @CsvSource({
        "0, UP, true",
        "1500, UP, true",
        "-1500, UP, true",
        "3000, DOWN, true",
        "-3000, DOWN, true",
        "6000, DOWN, false",
        "-6000, DOWN, false",
        "3600000, DOWN, false"
    })
    void aNodeWhoseClockIsWrongIsNotReadyAndThenTakesNoJobs(long aheadMillis, String status, boolean takesJobs) {
        DatabaseWatch watch = watch(Clock.offset(Clock.systemUTC(), Duration.ofMillis(aheadMillis)));

        watch.look();

        assertThat(watch.skew().toMillis()).isBetween(aheadMillis - 300, aheadMillis + 300);
        assertThat(health(watch)).isEqualTo(new Status(status));
        assertThat(new NodeHealth(true).clockIsRight(watch).getAsBoolean()).isEqualTo(takesJobs);
    }

    @Test
    void aNodeWhoseDatabaseIsAwayIsNotReadyUntilItIsBack() {
        Away door = new Away();
        DatabaseWatch watch = new DatabaseWatch(door, Clock.systemUTC(), meters);

        door.state = "08006";
        watch.look();
        assertThat(health(watch)).isEqualTo(Status.DOWN);
        assertThat(meters.get("leadbaton.database.answers").gauge().value()).isZero();

        door.state = "";
        watch.look();
        assertThat(health(watch)).isEqualTo(Status.UP);
    }

    @Test
    void aDatabaseThatLetsNobodyElseInStillServes() {
        Away door = new Away();
        DatabaseWatch watch = new DatabaseWatch(door, Clock.systemUTC(), meters);

        door.state = "53300";
        watch.look();

        assertThat(health(watch)).isEqualTo(Status.UP);
    }

    private DatabaseWatch watch(Clock clock) {
        return new DatabaseWatch(database, clock, meters);
    }

    private static Status health(DatabaseWatch watch) {
        return new NodeHealth(true).databaseHealthIndicator(watch).health().getStatus();
    }

    /** A database that answers, or refuses with a reason. */
    private static class Away extends DriverManagerDataSource {

        private String state = "";

        Away() {
            super(TestDatabase.fresh());
        }

        @Override
        protected Connection getConnectionFromDriverManager(String url, Properties properties) throws SQLException {
            if (!state.isEmpty()) {
                throw new SQLException("refused", state);
            }
            return DriverManager.getConnection(url, properties);
        }
    }
}
