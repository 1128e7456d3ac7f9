package io.leadbaton.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class PolicySourceTests {

    @TempDir
    Path folder;

    @Test
    void readsTheSameVersionFromTheFolderAndFromTheClassPath() {
        PolicyFiles folder = new PolicySource(Path.of("")).read();
        PolicyFiles classPath = new PolicySource((Path) null).read();

        assertThat(classPath.contents().keySet()).isEqualTo(folder.contents().keySet());
        assertThat(classPath.hash()).isEqualTo(folder.hash());
    }

    @Test
    void leavesCalendarsNotesAndHiddenFilesOut() throws Exception {
        FileSystemUtils.copyRecursively(ExamplePolicy.FOLDER, folder);
        Files.createDirectories(folder.resolve("processes/calendars"));
        Files.writeString(folder.resolve("processes/calendars/team.yaml"), "zone: UTC");
        Files.writeString(folder.resolve("processes/STEPS.md"), "# Steps");
        Files.writeString(folder.resolve("processes/.greeting.bpmn"), "half saved");

        PolicyFiles files = new PolicySource(folder).read();

        assertThat(files.hash()).isEqualTo(ExamplePolicy.good().hash());
    }

    @Test
    void tellsVersionsApartByNameAndByContent() {
        PolicyFiles changed = ExamplePolicy.with("forms/welcome.form", "Hello", "Hallo");

        assertThat(changed.hash()).isNotEqualTo(ExamplePolicy.good().hash());
        assertThat(ExamplePolicy.good().hash()).matches("[0-9a-f]{16}");
    }

    @Test
    void refusesAFolderThatHoldsNoPolicy() {
        PolicySource source = new PolicySource(folder);

        assertThatThrownBy(source::read)
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("does not hold processes/ and forms/");
    }
}
