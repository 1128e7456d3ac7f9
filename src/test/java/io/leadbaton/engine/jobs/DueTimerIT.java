package io.leadbaton.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.Child;
import io.leadbaton.Http;
import io.leadbaton.Leadbaton;
import io.leadbaton.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The running service, whose own threads fire the timers. */
class DueTimerIT {

    @TempDir
    Path data;

    @Test
    void firesADueTimerAndLeavesNoJobLockedWhenItEnds() throws Exception {
        String database = TestDatabase.fresh();
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(database));
        try (Child service = service(database)) {
            String line = service.awaitLine("Tomcat started on port");
            Http marketing = Http.as("marketing1", Integer.parseInt(line.replaceAll(".*port (\\d+).*", "$1")));
            service.awaitLine("Started Leadbaton");
            assertThat(marketing
                            .post("/api/v1/leads", "{\"email\": \"a@example.com\", \"channel\": \"chat\"}")
                            .statusCode())
                    .isEqualTo(201);
            sql.sql("update leadbaton.sla_clock set due_at = now() where clause = 'acceptance'")
                    .update();
            sql.sql("""
                            update camunda.act_ru_job set duedate_ = (now() at time zone 'UTC') + interval '1 second'
                            where handler_cfg_ = 'acceptanceDue'
                            """).update();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> count(sql, "select count(*) from leadbaton.assignment") == 2);
        }
        assertThat(count(sql, "select count(*) from camunda.act_ru_job where lock_owner_ is not null"))
                .isZero();
    }

    private Child service(String database) {
        return Child.run(
                Leadbaton.class,
                Map.of("LEADBATON_DATA", data.toString(), "SPRING_DATASOURCE_URL", database),
                "--server.port=0",
                "--leadbaton.demo=true",
                "--leadbaton.sample-leads=false");
    }

    private static int count(JdbcClient sql, String query) {
        return sql.sql(query).query(Integer.class).single();
    }
}
