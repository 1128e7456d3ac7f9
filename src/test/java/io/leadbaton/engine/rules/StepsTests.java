package io.leadbaton.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.engine.ClassPathSeam;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=StepsTests -Dleadbaton.write-steps=true} writes the list anew. */
class StepsTests {

    private static final Path FILE = Path.of("processes/STEPS.md");

    @Test
    void leadsFromEachStepOfADiagramToItsJavaFile() throws Exception {
        PolicyFiles shipped = new PolicySource(Path.of("")).read();
        StepList list = new StepList(shipped, ClassPathSeam.read().beans());
        if (Boolean.getBoolean("leadbaton.write-steps")) {
            Files.writeString(FILE, list.markdown());
        }

        assertThat(Files.readString(FILE))
                .as("the list is stale: run mvn test -Dtest=StepsTests -Dleadbaton.write-steps=true")
                .isEqualTo(list.markdown());
    }

    @Test
    void namesNoFileThatDoesNotExist() throws Exception {
        var links = java.util.regex.Pattern.compile("\\]\\(\\.\\./(src/[^)]+)\\)")
                .matcher(Files.readString(FILE))
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toSet());

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }
}
