package io.leadbaton.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence why the named database cannot be used, and what its owner can do. */
final class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    UnusableDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException refused) {
        String sentence = refused.getSQLState() == null ? null : sentence(refused);
        return sentence == null ? null : new FailureAnalysis(sentence, null, refused);
    }

    private @Nullable String sentence(SQLException refused) {
        String url = environment.getProperty("spring.datasource.url", "").replaceFirst("\\?.*", "");
        String user = environment.getProperty("spring.datasource.username", "named in the URL");
        return switch (refused.getSQLState()) {
            case "42501" -> schemasRefused(refused, user, url.substring(url.lastIndexOf('/') + 1));
            case "28P01", "28000" ->
                "The database at %s does not let the user %s in: check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
                        .formatted(url, user);
            case "3D000" ->
                "There is no such database: create it, or correct SPRING_DATASOURCE_URL (%s).".formatted(url);
            case "08001", "08004", "08006" ->
                "No PostgreSQL answers at %s: start it, or correct SPRING_DATASOURCE_URL.".formatted(url);
            default -> null;
        };
    }

    private static @Nullable String schemasRefused(SQLException refused, String user, String database) {
        return String.valueOf(refused.getMessage()).contains("permission denied for database")
                ? "The database user %1$s may not create the schemas leadbaton and camunda in %2$s: let the owner run GRANT CREATE ON DATABASE \"%2$s\" TO \"%1$s\", then start again."
                        .formatted(user, database)
                : null;
    }
}
