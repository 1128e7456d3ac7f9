package io.leadbaton.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseIT {

    @TempDir
    static Path data;

    @BeforeAll
    static void storesSomething() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            sql(database).sql("create table promise as select 'kept' as word").update();
        }
    }

    @Test
    void keepsItsDataOverRestarts() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(promise(database)).isEqualTo("kept");
        }
    }

    @Test
    void keepsWhatItConfirms() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                assertThat(setting(database, setting)).as(setting).isEqualTo("on");
            }
            assertThat(setting(database, "server_version")).startsWith("17.");
            assertThat(setting(database, "TimeZone")).isEqualTo("UTC");
        }
    }

    @Test
    void isClosedToOtherUsersOfTheMachine() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            for (String user : List.of("postgres", "leadbaton")) {
                assertThatThrownBy(() -> sql(database.url(), user, "guessed")
                                .sql("select 1")
                                .query()
                                .listOfRows())
                        .rootCause()
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            for (String closed : List.of("pg17.password", "pg17", "bin")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(closed))))
                        .as(closed)
                        .endsWith("------");
            }
        }
    }

    @Test
    void takesOverFromAKilledService() throws Exception {
        Child killed = Child.run(DatabaseProbe.class, Map.of(), data.toString());
        killed.awaitLine("ready on port");
        long orphan = Long.parseLong(
                Files.readAllLines(data.resolve("pg17/postmaster.pid")).get(0));
        killed.kill();
        assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(promise(database)).isEqualTo("kept");
        }
    }

    @Test
    void leavesAForeignProcessAloneThatGotTheNotedId() throws Exception {
        Process foreign = new ProcessBuilder("sleep", "60").start();
        String noted = foreign.pid() + "\n" + data.resolve("pg17") + "\n0\n5432\n\n127.0.0.1\n\nready\n";
        Files.writeString(data.resolve("pg17/postmaster.pid"), noted);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(promise(database)).isEqualTo("kept");
            assertThat(foreign.isAlive()).isTrue();
        }
        foreign.destroy();
    }

    @Test
    void saysThatTheFolderIsInUse() throws Exception {
        try (Child other = Child.run(DatabaseProbe.class, Map.of(), data.toString())) {
            other.awaitLine("ready on port");

            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageStartingWith("Another Leadbaton already works in the data folder " + data.toRealPath());

            other.process().getOutputStream().write('\n');
            other.process().getOutputStream().flush();
            other.awaitEnd();
        }
    }

    @Test
    void saysThatTheDataAreOfAnotherVersion(@TempDir Path old) throws IOException {
        Files.createDirectories(old.resolve("pg17"));
        Files.writeString(old.resolve("pg17/PG_VERSION"), "16\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(old))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("holds data of PostgreSQL 16, but this Leadbaton brings PostgreSQL 17");
    }

    @Test
    void saysThatThePasswordIsMissing(@TempDir Path moved) throws IOException {
        Files.createDirectories(moved.resolve("pg17"));
        Files.writeString(moved.resolve("pg17/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(moved))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("put that file back, it belongs to the data");
    }

    @Test
    void startsAfreshAfterAHalfMadeFirstStartAndUnderAnyLanguage(@TempDir Path half) throws Exception {
        Files.createDirectories(half.resolve("pg17.unfinished"));
        Files.writeString(half.resolve("pg17.unfinished/postgresql.conf"), "half");
        Files.createDirectories(half.resolve("bin/postgres/PG-half"));

        try (Child service = Child.run(
                DatabaseProbe.class, Map.of("LANG", "xx_YY.UTF-8", "LC_ALL", "xx_YY.UTF-8"), half.toString())) {
            service.awaitLine("ready on port");
            service.process().getOutputStream().close();
            service.awaitEnd();
        }

        assertThat(half.resolve("pg17.unfinished")).doesNotExist();
        assertThat(half.resolve("bin/postgres/PG-half")).doesNotExist();
        assertThat(half.resolve("pg17/PG_VERSION")).hasContent("17");
    }

    private static String promise(EmbeddedDatabase database) {
        return sql(database).sql("select word from promise").query(String.class).single();
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return sql(database)
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static JdbcClient sql(EmbeddedDatabase database) {
        return sql(database.url(), EmbeddedDatabase.NAME, database.password());
    }

    private static JdbcClient sql(String url, String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }
}
