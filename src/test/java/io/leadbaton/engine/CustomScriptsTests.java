package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One script that is missing leaves Camunda's application blank. */
class CustomScriptsTests {

    private static final Pattern SCRIPTS = Pattern.compile("customScripts: \\[([^]]+)]");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void areAllThere(String application) throws IOException {
        String base = "/camunda/app/" + application + "/";
        Matcher named = SCRIPTS.matcher(text(resource(base + "scripts/config.js")));

        assertThat(named.find()).isTrue();
        List<String> scripts = QUOTED.matcher(named.group(1))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(scripts)
                .contains("../../../js/one-login.js")
                .allSatisfy(script -> assertThat(
                                text(resource(URI.create(base).resolve(script).getPath())))
                        .isNotBlank());
    }

    private static String resource(String address) {
        return (address.startsWith("/camunda/") ? "/META-INF/resources/webjars" : "/static") + address;
    }

    private static String text(String resource) {
        try (InputStream file = CustomScriptsTests.class.getResourceAsStream(resource)) {
            assertThat(file).as(resource).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
