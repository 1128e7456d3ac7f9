package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms keep to what the form library inside Tasklist can draw and to the words that the steps understand. */
class FormsTests {

    /** Newer kinds (a file picker, a document preview) stay empty in form-js 1.8.7. */
    private static final Set<String> DRAWN_BY_TASKLIST =
            Set.of("text", "textfield", "textarea", "number", "select", "radio", "checkbox", "datetime", "separator");

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void carriesTheNameOfItsFileAndTheVersionOfTasklist(Path file) throws IOException {
        JsonNode form = read(file);

        assertThat(form.path("id").asText() + ".form")
                .isEqualTo(file.getFileName().toString());
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.22.0");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void holdsOnlyFieldsThatTasklistDraws(Path file) throws IOException {
        assertThat(all(read(file).path("components"), "type")).isSubsetOf(DRAWN_BY_TASKLIST);
    }

    /** A dotted key or a second field with the same key would reach no argument of a step. */
    @ParameterizedTest
    @MethodSource("forms")
    void givesEachFieldOnePlainKey(Path file) throws IOException {
        assertThat(all(read(file).path("components"), "key"))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-zA-Z]+"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acceptLead       | decision | accept reject
            acceptLead       | reason   | not-a-fit no-budget no-authority no-need bad-data duplicate competitor other
            makeAttempt      | channel  | phone email linkedin sms whatsapp
            makeAttempt      | outcome  | no-answer voicemail busy wrong-data sent replied connected call-back
            qualifyLead      | verdict  | qualified nurture disqualified silent talking
            qualifyLead      | reason   | not-a-fit no-budget no-authority no-need bad-data duplicate competitor other
            closeOpportunity | result   | won lost
            reviewRejection  | verdict  | overturn nurture disqualify
            sortOutLead      | verdict  | assess sales nurture disqualify
            registration     | channel  | phone chat web-form event webinar referral live-transfer purchased import api
            absence          | status   | away back
            """)
    void offersTheWordsThatItsStepUnderstands(String form, String key, String words) throws IOException {
        JsonNode field = StreamSupport.stream(
                        read(Path.of("forms", form + ".form"))
                                .path("components")
                                .spliterator(),
                        false)
                .filter(component -> component.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();

        assertThat(all(field.path("values"), "value")).containsExactly(words.split(" "));
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static List<String> all(JsonNode elements, String name) {
        List<String> found = new ArrayList<>();
        elements.forEach(element -> {
            if (element.has(name)) {
                found.add(element.path(name).asText());
            }
        });
        return found;
    }
}
