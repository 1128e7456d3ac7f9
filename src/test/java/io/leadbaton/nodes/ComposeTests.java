package io.leadbaton.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTests {

    private static final Path FOLDER = Path.of("docker");

    private final String text = read("compose.yaml");
    private final Map<String, Map<String, Object>> services =
            new Yaml().<Map<String, Map<String, Map<String, Object>>>>load(text).get("services");

    @Test
    void startsTwoEqualNodesBehindAProxyAndWhatWatchesThem() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrder("database", "node1", "node2", "proxy", "mailpit", "prometheus", "grafana");
        assertThat(services.get("node1").get("environment"))
                .isEqualTo(services.get("node2").get("environment"));
        assertThat(services.get("node1")).doesNotContainKey("ports");
        assertThat(read("caddy/Caddyfile"))
                .contains("reverse_proxy node1:8080 node2:8080", "/actuator/health/readiness");
        assertThat(read("prometheus/prometheus.yaml")).contains("node1:8080", "node2:8080", "/actuator/prometheus");
    }

    @Test
    void everySecretIsChosenByWhoeverStartsIt() {
        List<String> secrets = Pattern.compile("\\$\\{(\\w+(?:PASSWORD|TOKEN))([^}]*)}")
                .matcher(text)
                .results()
                .peek(secret -> assertThat(secret.group(2)).as(secret.group()).startsWith(":?"))
                .map(secret -> secret.group(1))
                .distinct()
                .toList();

        assertThat(secrets).hasSize(4);
        assertThat(read(".env.example").lines())
                .containsAll(secrets.stream().map(name -> name + "=").toList());
    }

    @Test
    void everyMountedFileIsThere() {
        assertThat(Pattern.compile("- \\./([^:]+):").matcher(text).results().map((MatchResult file) -> file.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(FOLDER.resolve(file)).exists());
    }

    @Test
    void theImageRunsWithoutRightsAndBringsNoDatabase() {
        String dockerfile = read("Dockerfile");
        List<String> last = dockerfile
                .lines()
                .dropWhile(line -> !line.startsWith("FROM eclipse-temurin:17-jre"))
                .toList();

        assertThat(dockerfile)
                .contains("-P!postgres-linux-amd64,!postgres-linux-arm64")
                .doesNotContain(":latest", "ADD ");
        assertThat(last).contains("USER 10001").noneMatch(line -> line.matches("(ENV|ARG) .*(PASSWORD|TOKEN).*"));
        assertThat(last.indexOf("USER 10001"))
                .isGreaterThan(last.indexOf("COPY --from=build /build/layers/application/ ./"));
        assertThat(last.get(last.size() - 1)).startsWith("ENTRYPOINT [").contains("-Duser.timezone=UTC", "JarLauncher");
    }

    @Test
    void dockerComposeReadsIt() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/docker-compose")), "Needs docker-compose, not an engine.");
        ProcessBuilder compose = new ProcessBuilder(
                        "/usr/bin/docker-compose", "-f", "docker/compose.yaml", "config", "-q")
                .redirectErrorStream(true);
        Process refused = compose.start();
        assertThat(new String(refused.getInputStream().readAllBytes())).contains("choose a password");
        assertThat(refused.waitFor()).isNotZero();

        read(".env.example")
                .lines()
                .filter(line -> line.endsWith("="))
                .forEach(line -> compose.environment().put(line.replace("=", ""), "chosen"));
        Process read = compose.start();
        String said = new String(read.getInputStream().readAllBytes());
        assertThat(read.waitFor()).as(said).isZero();
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
