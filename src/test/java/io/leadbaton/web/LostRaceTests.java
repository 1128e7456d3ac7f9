package io.leadbaton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostRaceTests {

    @ParameterizedTest
    @CsvSource({"40001, true", "40P01, true", "23505, false", "57014, false"})
    void tellsARaceFromAMistake(String state, boolean lost) {
        assertThat(LostRace.isBehind(new IllegalStateException(new SQLException("given up", state))))
                .isEqualTo(lost);
    }
}
