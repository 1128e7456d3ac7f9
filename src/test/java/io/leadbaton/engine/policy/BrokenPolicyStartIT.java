package io.leadbaton.engine.policy;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Leadbaton;
import io.leadbaton.TestDatabase;
import io.leadbaton.policy.ExamplePolicy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class BrokenPolicyStartIT {

    @TempDir
    Path folder;

    @Test
    void endsWithExitCodeOneAndTheListWhenNoOlderPolicyServes() throws Exception {
        FileSystemUtils.copyRecursively(ExamplePolicy.FOLDER, folder);
        breakAt("processes/greeting.bpmn", " default=\"notKnown\"", "");
        breakAt("forms/welcome.form", "\"id\": \"welcome\"", "\"id\": \"hello\"");

        Process service = start();

        assertThat(service.waitFor(3, MINUTES)).as("ends by itself").isTrue();
        assertThat(service.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output()))
                .contains("The policy was refused")
                .contains("processes/greeting.bpmn, visitorKnown (Visitor known?): has no default flow")
                .contains("forms/welcome.form, hello: has the id 'hello', but its file says 'welcome'")
                .contains("processes/calendars/default.yaml: is missing")
                .contains("Nothing was deployed");
    }

    private void breakAt(String file, String passage, String instead) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(passage, instead));
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private Process start() throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Leadbaton.class.getName());
        java.environment().put("SPRING_DATASOURCE_URL", TestDatabase.fresh());
        java.environment().put("LEADBATON_POLICY_DIR", folder.toString());
        java.environment().put("LEADBATON_ADMIN_PASSWORD", "Only-for-this-test-1");
        java.environment().put("LEADBATON_DATA", folder.resolve("data").toString());
        java.environment().put("SERVER_PORT", "0");
        File output = output().toFile();
        return java.redirectErrorStream(true).redirectOutput(output).start();
    }
}
