package io.leadbaton.database;

import static java.util.Map.entry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts a PostgreSQL process on a cluster directory and makes sure it is ours and keeps what it confirms. */
final class PostgresServer {

    /** The library starts its server without durability; later arguments win over its own. No value may hold a blank. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            entry("fsync", "on"),
            entry("full_page_writes", "on"),
            entry("synchronous_commit", "on"),
            entry("listen_addresses", "127.0.0.1"),
            entry("unix_socket_directories", ""),
            entry("max_connections", "60"),
            entry("log_checkpoints", "off"),
            // Messages about failed statements would carry values of leads into the file.
            entry("log_min_messages", "log"));

    private static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    private PostgresServer() {}

    static EmbeddedPostgres start(DataFolder folder, Path cluster) {
        // Without it the library works in, and cleans up, a directory that every local user may write to.
        System.setProperty("ot.epg.working-dir", folder.binaries().toString());
        try {
            EmbeddedPostgres server = builder(folder, cluster).start();
            check(server, cluster);
            return server;
        } catch (DatabaseRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            OrphanedServer.stop(folder);
            throw new DatabaseRefused(
                    "PostgreSQL did not start in %s (%s): run the service as an ordinary user, or set SPRING_DATASOURCE_URL to a database of your own; %s tells more."
                            .formatted(cluster, folder.complaint().orElse(e.getMessage()), folder.log()),
                    e);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, Path cluster) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
                .setConnectConfig("password", folder.password());
        SETTINGS.forEach(builder::setServerConfig);
        initdbOptions(folder).forEach(builder::setLocaleConfig);
        return builder;
    }

    /** The same sorting on every machine, whatever LANG says, and a password for the superuser too. */
    private static Map<String, String> initdbOptions(DataFolder folder) {
        return Map.of(
                "locale", "C",
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "auth", "scram-sha-256",
                "pwfile", folder.passwordFile().toString());
    }

    private static void check(EmbeddedPostgres server, Path cluster) throws IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery("select current_setting('data_directory')");
            row.next();
            if (!Path.of(row.getString(1)).toRealPath().equals(cluster.toRealPath())) {
                throw new IllegalStateException("another PostgreSQL answers on port " + server.getPort());
            }
            for (String setting : DURABILITY) {
                row = statement.executeQuery("select current_setting('" + setting + "')");
                row.next();
                if (!row.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is " + row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
