package io.leadbaton.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Child;
import io.leadbaton.Leadbaton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ServiceRestartIT {

    @TempDir
    Path data;

    @Test
    void keepsItsLeadsWhenKilledAndRefusesASecondService() throws Exception {
        Child first = service();
        first.awaitLine("Started Leadbaton");
        sql().sql("comment on database leadbaton is 'kept'").update();

        Child second = service();
        String refusal = second.awaitEnd();
        assertThat(second.process().exitValue()).isEqualTo(1);
        assertThat(refusal)
                .contains("Another Leadbaton already works in the data folder " + data.toRealPath())
                .doesNotContain("Exception", "\tat ");

        first.kill();
        try (Child third = service()) {
            third.awaitLine("Started Leadbaton");
            String comment =
                    "select shobj_description(oid, 'pg_database') from pg_database where datname = 'leadbaton'";
            assertThat(sql().sql(comment).query(String.class).single()).isEqualTo("kept");
        }
        assertThat(data.resolve("pg17/postmaster.pid")).doesNotExist();
    }

    private Child service() {
        return Child.run(
                Leadbaton.class,
                Map.of("LEADBATON_DATA", data.toString()),
                "--server.port=0",
                "--leadbaton.sample-leads=false");
    }

    private JdbcClient sql() throws IOException {
        List<String> noted = Files.readAllLines(data.resolve("pg17/postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:%s/leadbaton".formatted(noted.get(3));
        String password = Files.readString(data.resolve("pg17.password"));
        return JdbcClient.create(new DriverManagerDataSource(url, "leadbaton", password));
    }
}
