package io.leadbaton;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One throw-away PostgreSQL 17 for all tests of a JVM; each caller gets a database of its own within milliseconds. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** The JDBC URL of an empty database. */
    public static String fresh() {
        return copyOf("template1");
    }

    /** The JDBC URL of a database with the tables of schema leadbaton, for tests that need no service. */
    public static String migrated() {
        return copyOf(Migrated.TEMPLATE);
    }

    /** SQL on a database with our tables, for tests that need no service. */
    public static JdbcClient tables() {
        return JdbcClient.create(new DriverManagerDataSource(migrated()));
    }

    private static String copyOf(String template) {
        String name = "test" + COUNT.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(SERVER.getPort(), database);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made once, when the first test asks for it. */
    private static final class Migrated {

        static final String TEMPLATE = migrate();

        private static String migrate() {
            String url = fresh();
            Flyway.configure()
                    .dataSource(url, null, null)
                    .schemas("leadbaton", "camunda")
                    .load()
                    .migrate();
            return url.replaceFirst(".*/(\\w+)\\?.*", "$1");
        }
    }
}
