package io.leadbaton.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that the service starts for itself: durable, on the loopback interface, kept in the data folder. */
record EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server, String password) implements AutoCloseable {

    static final String NAME = "leadbaton";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    static EmbeddedDatabase start(Path path) {
        DataFolder folder = DataFolder.lock(path);
        try {
            return start(folder);
        } catch (RuntimeException e) {
            folder.unlock();
            throw e;
        }
    }

    private static EmbeddedDatabase start(DataFolder folder) {
        folder.checkVersion();
        OrphanedServer.stop(folder);
        folder.deleteLeftovers();
        if (!folder.hasCluster()) {
            createCluster(folder);
        }
        EmbeddedPostgres server = PostgresServer.start(folder, folder.cluster());
        log.info("PostgreSQL runs on port {} and keeps its data in {}", server.getPort(), folder.cluster());
        return new EmbeddedDatabase(folder, server, folder.password());
    }

    /** Made under another name first: a start that was killed half-way leaves nothing that looks like data. */
    private static void createCluster(DataFolder folder) {
        try (EmbeddedPostgres server = PostgresServer.start(folder, folder.unfinished());
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(NAME, folder.password()));
            statement.execute("create database %s owner %s".formatted(NAME, NAME));
        } catch (IOException | SQLException e) {
            throw new DatabaseRefused(
                    "The database could not be created in " + folder.cluster() + ": " + e.getMessage(), e);
        }
        folder.finish();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), NAME);
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.unlock();
    }
}
