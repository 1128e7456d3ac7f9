package io.leadbaton.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadbaton.Child;
import io.leadbaton.Chromium;
import io.leadbaton.Http;
import io.leadbaton.PersonAtBrowser;
import io.leadbaton.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Dockerfile does, done without Docker: the packaged service in layers, started by somebody without rights. */
class ImageIT {

    private static final Path JAR = Path.of("target/leadbaton.jar");
    private static final String TOKEN = "collects-metrics";
    private static final Pattern NAME =
            Pattern.compile("\\b(?:leadbaton|http_server|hikaricp|executor|logback|process|system|jvm)_[a-z_]+");

    private final List<String> dockerfile = lines(Path.of("docker/Dockerfile"));
    private Path image;

    /** Not below the build's folder, which an ordinary user may not be allowed to enter. */
    @BeforeEach
    void layersAreCopiedIntoOneFolder() throws Exception {
        assumeTrue(Files.exists(JAR), "Packaged by mvn package, which comes before this test in mvn verify.");
        image = Files.createTempDirectory("leadbaton-image");
        Files.setPosixFilePermissions(image, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path layers = image.resolve("layers");
        String extract = dockerfile.stream()
                .filter(line -> line.contains("jarmode=tools"))
                .findFirst()
                .orElseThrow();
        String arguments = extract.replaceFirst(".*leadbaton\\.jar ", "").replaceFirst("--destination \\S+", "");
        run("java -Djarmode=tools -jar " + JAR + " " + arguments + " --destination " + layers);
        for (String copied : matches("COPY --from=build /build/layers/(\\S+)/ \\./")) {
            run("cp -r " + layers.resolve(copied) + "/. " + image);
        }
        run("chmod -R a+rX " + image);
    }

    @AfterEach
    void cleanUp() throws Exception {
        if (image != null) {
            run("rm -rf " + image);
        }
    }

    @Test
    void servesItsApplicationsALeadAndEveryFigureOfTheDashboard() throws Exception {
        try (Child service = start();
                Chromium chromium = Chromium.open()) {
            RunningNode node = RunningNode.whenReady(service);
            Http admin = node.as("admin");
            assertThat(admin.get(matches("GET (/actuator\\S+) HTTP").get(0)).statusCode())
                    .isEqualTo(200);
            assertThat(admin.post("/api/v1/leads", "{\"email\": \"ada@example.com\", \"channel\": \"web-form\"}")
                            .statusCode())
                    .isEqualTo(201);

            PersonAtBrowser person =
                    PersonAtBrowser.logsIn(chromium.browser(), "http://127.0.0.1:" + node.port(), "admin");
            person.opens("tasklist", ".task-filters");
            person.opens("cockpit", ".dashboard");
            assertThat(person.page()
                            .request()
                            .get("/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js")
                            .text())
                    .hasSizeGreaterThan(1_000);
            assertThat(person.complaints()).isEmpty();

            HttpResponse<String> metrics = Http.withKey(TOKEN, node.port()).get("/actuator/prometheus");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body().lines().map(line -> line.replaceFirst("[{ ].*", "")))
                    .containsAll(namesOnTheDashboard());
            assertThat(Http.withKey("guessed", node.port())
                            .get("/actuator/prometheus")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(Http.withKey(TOKEN, node.port()).get("/api/v1/leads").statusCode())
                    .isEqualTo(401);
        }
    }

    private Child start() throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        command.addAll(entrypoint());
        command.addAll(List.of("--server.port=0", "--logging.level.org.springframework=info"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(image.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL",
                        TestDatabase.fresh(),
                        "LEADBATON_ADMIN_PASSWORD",
                        "demo",
                        "LEADBATON_METRICS_TOKEN",
                        TOKEN));
        Process process = builder.start();
        return new Child(process, process.inputReader(), new ArrayList<>());
    }

    /** A container has its memory to itself; this machine has not. */
    private List<String> entrypoint() throws IOException {
        List<String> words = new ArrayList<>();
        new ObjectMapper()
                .readTree(matches("ENTRYPOINT (.*)").get(0))
                .forEach(word -> words.add(word.asText().replaceFirst("-XX:MaxRAMPercentage=.*", "-Xmx500m")));
        return words;
    }

    private static Set<String> namesOnTheDashboard() throws IOException {
        Set<String> names = new TreeSet<>();
        JsonNode dashboard = new ObjectMapper()
                .readTree(Path.of("docker/grafana/dashboards/leadbaton.json").toFile());
        dashboard
                .findValuesAsText("expr")
                .forEach(expression -> NAME.matcher(expression).results().forEach(found -> names.add(found.group())));
        assertThat(names).hasSizeGreaterThan(12);
        return names;
    }

    private List<String> matches(String pattern) {
        return dockerfile.stream()
                .flatMap(line -> Pattern.compile(pattern).matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(command + "\n" + said).isZero();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
