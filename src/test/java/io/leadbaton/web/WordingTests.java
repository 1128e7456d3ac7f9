package io.leadbaton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

    @ParameterizedTest
    @CsvSource({
        "0, minute, 0 minutes",
        "1, minute, 1 minute",
        "2, minute, 2 minutes",
        "1, business day, 1 business day",
        "3, business day, 3 business days"
    })
    void countsAsPeopleDo(long number, String thing, String words) {
        assertThat(Wording.count(number, thing)).isEqualTo(words);
    }
}
