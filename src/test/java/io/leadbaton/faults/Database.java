package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that keeps what it confirms, and that can be stopped and killed in every way an operator or a machine does it. */
final class Database implements AutoCloseable {

    private static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final Path folder;
    private final EmbeddedPostgres first;
    private final List<String> command = new ArrayList<>();

    Database(Path folder) {
        this.folder = folder;
        try {
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "120")
                    .setPGStartupWait(Duration.ofSeconds(60));
            DURABILITY.forEach(setting -> server.setServerConfig(setting, "on"));
            first = server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rememberCommand();
        DURABILITY.forEach(this::mustBeOn);
    }

    /** As the library started it; without the library, so that it can be started again and again on the same port. */
    private void rememberCommand() {
        ProcessHandle.Info server = process().info();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(server.command().orElseThrow());
        command.addAll(List.of(server.arguments().orElseThrow()));
    }

    private ProcessHandle process() {
        try {
            long id = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            return ProcessHandle.of(id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mustBeOn(String setting) {
        if (!asked("select current_setting('" + setting + "')").equals("on")) {
            throw new IllegalStateException(setting + " is off: nothing would be proven");
        }
    }

    String version() {
        return asked("select current_setting('server_version')");
    }

    private String asked(String sql) {
        return sql("postgres").sql(sql).query(String.class).single();
    }

    void create(String name) {
        sql("postgres").sql("create database " + name).update();
    }

    JdbcClient sql(String name) {
        return JdbcClient.create(new DriverManagerDataSource(url(port(), name)));
    }

    int port() {
        return first.getPort();
    }

    static String url(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, name);
    }

    /** INT: orderly, but without waiting for anybody; QUIT: as in an emergency; KILL: without a word. */
    void stop(String signal) {
        ProcessHandle server = process();
        Signals.send(signal, server);
        server.onExit().join();
    }

    void start() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(this::startsOrRuns);
    }

    /** Refused as long as processes of the one before live on. */
    private boolean startsOrRuns() {
        if (answers()) {
            return true;
        }
        try {
            File log = folder.resolveSibling("postgres.log").toFile();
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            await().atMost(Duration.ofSeconds(20)).until(() -> !started.isAlive() || answers());
            return started.isAlive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            return asked("select 'yes'").equals("yes");
        } catch (RuntimeException away) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        first.close();
    }
}
