package io.leadbaton.lead.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.InputRefused;
import io.leadbaton.web.RequestRefused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTests {

    static Stream<byte[]> sameFileFromManyPrograms() {
        String file = "Name;Email\nJürgen;j@example.com\n";
        return Stream.of(
                file.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
                file.getBytes(StandardCharsets.UTF_16),
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE),
                file.getBytes(Charset.forName("windows-1252")),
                file.replace(';', '\t').getBytes(StandardCharsets.UTF_8),
                file.replace(';', ',').replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                file.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
                file.replace("\n", "\n\n").getBytes(StandardCharsets.UTF_8),
                "\"Name\",\"Email\"\n\"Jürgen\",\"j@example.com\"".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("sameFileFromManyPrograms")
    void readsTheSameWhicheverProgramWroteIt(byte[] file) {
        CsvRows rows = CsvRows.of(CsvText.of(file));

        assertThat(rows.header()).containsExactly("Name", "Email");
        assertThat(rows.next().cells()).isEqualTo(List.of("Jürgen", "j@example.com"));
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void namesTheLineARowBeginsAt() {
        CsvRows rows =
                CsvRows.of(CsvText.of("Name,Message\nAda,\"two\nlines\"\nBob,one\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(rows.next().line()).isEqualTo(2);
        assertThat(rows.next().line()).isEqualTo(4);
    }

    @Test
    void saysBehindWhichLineAQuoteIsNotClosed() {
        CsvRows rows = CsvRows.of(CsvText.of("Name,Message\nAda,x\nBob,\"open\n".getBytes(StandardCharsets.UTF_8)));
        rows.next();

        assertThatThrownBy(rows::hasNext).isInstanceOf(InputRefused.class).hasMessageContaining("Behind line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004rest", "%PDF-1.7", "a\u0000b,c"})
    void refusesWhatIsNoText(String file) {
        assertThatThrownBy(() -> CsvText.of(file.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(RequestRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void refusesAnEmptyFile(String file) {
        assertThatThrownBy(() -> CsvText.of(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InputRefused.class);
    }
}
