package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EngineGroundTests {

    private final DataSource database = new DriverManagerDataSource(TestDatabase.fresh());
    private final FlywayMigrationInitializer migrated = new FlywayMigrationInitializer(
            Flyway.configure().dataSource(database).load());
    private final ExecutorService otherNode = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        otherNode.shutdownNow();
    }

    @Test
    void oneNodeAtATimeMakesTheTablesOfTheEngine() throws Exception {
        EngineGround first = ground();
        EngineGround second = ground();
        first.preInit(new StandaloneProcessEngineConfiguration());

        CompletableFuture<Void> turn =
                CompletableFuture.runAsync(() -> second.preInit(new StandaloneProcessEngineConfiguration()), otherNode);
        await().until(() -> waitingNodes() == 1);
        assertThat(turn).isNotCompleted();

        first.postProcessEngineBuild(null);
        turn.get(5, TimeUnit.SECONDS);
        second.postProcessEngineBuild(null);
        assertThat(waitingNodes()).isZero();
    }

    private EngineGround ground() {
        return new EngineGround(migrated, database);
    }

    private int waitingNodes() {
        return JdbcClient.create(database)
                .sql(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())")
                .query(Integer.class)
                .single();
    }
}
