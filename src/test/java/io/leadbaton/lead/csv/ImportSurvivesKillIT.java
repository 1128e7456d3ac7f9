package io.leadbaton.lead.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Child;
import io.leadbaton.Http;
import io.leadbaton.Leadbaton;
import io.leadbaton.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kills the service the hard way in the middle of a file and starts it again. */
class ImportSurvivesKillIT {

    private static final int ROWS = 300;

    @TempDir
    Path data;

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        String database = TestDatabase.fresh();
        Child first = service(database);
        Http marketing = Http.as("marketing1", port(first));
        String id = Http.json(marketing.send("POST", "/api/v1/imports", file(), Map.of("Content-Type", "text/csv")))
                .get("id")
                .asText();
        await().atMost(Duration.ofMinutes(2)).until(() -> created(marketing, id) >= 100);

        first.kill();
        assertThat(count(database, "select count(*) from leadbaton.lead")).isBetween(100, ROWS - 1);

        try (Child second = service(database)) {
            Http again = Http.as("marketing1", port(second));
            await().atMost(Duration.ofMinutes(3)).until(() -> created(again, id) == ROWS);
            JsonNode done = Http.json(again.get("/api/v1/imports/" + id));
            assertThat(done.get("state").asText()).isEqualTo("done");
            assertThat(done.get("duplicates").asInt()).isZero();
            assertThat(done.get("rejected").asInt()).isZero();
        }
        assertThat(count(database, "select count(*) from leadbaton.lead")).isEqualTo(ROWS);
        assertThat(count(database, """
                        select count(*) from leadbaton.lead l where 1 <> (select count(*) from camunda.act_hi_procinst p
                            where p.business_key_ = l.id and p.super_process_instance_id_ is null)
                        """))
                .as("leads without exactly one lifecycle")
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

    private static int port(Child service) {
        String line = service.awaitLine("Tomcat started on port");
        int port = Integer.parseInt(line.replaceAll(".*port (\\d+).*", "$1"));
        service.awaitLine("Started Leadbaton");
        return port;
    }

    private static int created(Http who, String id) {
        return Http.json(who.get("/api/v1/imports/" + id)).get("created").asInt();
    }

    private static String file() {
        return "Email,Last Name,Channel\n"
                + IntStream.range(0, ROWS)
                        .mapToObj("killed%1$d@example.com,Number %1$d,chat%n"::formatted)
                        .collect(Collectors.joining());
    }

    private static int count(String database, String sql) {
        return JdbcClient.create(new DriverManagerDataSource(database))
                .sql(sql)
                .query(Integer.class)
                .single();
    }
}
