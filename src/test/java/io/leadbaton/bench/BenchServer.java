package io.leadbaton.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL of its own that keeps what it confirms, counts statements and remembers when each transaction was committed. */
final class BenchServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path folder;

    BenchServer(Path folder) {
        this.folder = folder;
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // No checkpoint in the middle of a measurement, and no whole pages in its WAL.
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("checkpoint_timeout", "30min")
                    .setServerConfig("track_commit_timestamp", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List.of("fsync", "full_page_writes", "synchronous_commit").forEach(this::mustBeOn);
    }

    private void mustBeOn(String setting) {
        if (!asked("select current_setting('" + setting + "')").equals("on")) {
            throw new IllegalStateException(setting + " is off: the figures would be worth nothing");
        }
    }

    String version() {
        return asked("select current_setting('server_version')");
    }

    private String asked(String sql) {
        return client("postgres").sql(sql).query(String.class).single();
    }

    /** With the counters of statements, so that what nodes ask can be counted there. */
    void create(String database) {
        sql("postgres").execute("create database " + database);
        sql(database).execute("create extension pg_stat_statements");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(server.getPort(), database);
    }

    JdbcTemplate sql(String database) {
        return new JdbcTemplate(new DriverManagerDataSource(url(database)));
    }

    JdbcClient client(String database) {
        return JdbcClient.create(sql(database));
    }

    /** What all its processes have used so far, also those that have ended since, which Linux alone tells. */
    Duration processorTime() {
        try {
            long postmaster = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            return ProcessHandle.of(postmaster)
                    .orElseThrow()
                    .descendants()
                    .map(Costs::spent)
                    .reduce(ended(postmaster), Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In hundredths of a second, the 16th and 17th field: in user mode and in the kernel. The second field, a name, may hold spaces. */
    private static Duration ended(long parent) throws IOException {
        Path statistics = Path.of("/proc/" + parent + "/stat");
        if (!Files.exists(statistics)) {
            return Duration.ZERO;
        }
        String[] fields =
                Files.readString(statistics).replaceFirst(".*\\) ", "").split(" ");
        return Duration.ofMillis((Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 10);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
