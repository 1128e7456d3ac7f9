package io.leadbaton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTests {

    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "53300, true", "25006, true", "23505, false", "42P01, false", ", false"})
    void tellsADatabaseThatIsAwayFromAMistake(@Nullable String state, boolean away) {
        SQLException failure = new SQLException("no", Objects.requireNonNullElse(state, ""));

        assertThat(DatabaseAway.isBehind(new IllegalStateException(failure))).isEqualTo(away);
    }

    @Test
    void seesWhatWentWrongBeforeTheRollBackFailedToo() {
        TransactionSystemException rollback =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(new IllegalStateException(new SQLException("terminated", "57P01")));

        assertThat(DatabaseAway.isBehind(new IllegalStateException(rollback))).isTrue();
    }
}
