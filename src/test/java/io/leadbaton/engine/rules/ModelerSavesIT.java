package io.leadbaton.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.CamundaModeler;
import io.leadbaton.policy.ExamplePolicy;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process owner opens what we ship in Camunda Modeler and saves it; {@link #COMMAND} saves every model so. */
class ModelerSavesIT {

    private static final String COMMAND = "mvn test -Dtest=ModelerSavesIT -Dleadbaton.write-models=true";
    private static final boolean WRITES = Boolean.getBoolean("leadbaton.write-models");

    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();
    private static final String LIFECYCLE = "processes/lifecycle.bpmn";
    private static final Path PICTURE = Path.of("processes/lifecycle.svg");

    /** Shapes, flows and words; in which line a word ends up depends on the fonts of a machine. */
    private static final Pattern DRAWN = Pattern.compile(
            "data-element-id=\"\\w+(?<!_label)\" transform=\"[^\"]+\"|corner-radius[^>]+ d=\"[^\"]+\"|<tspan[^>]*>([^<]+)");

    private static CamundaModeler modeler;

    @BeforeAll
    static void opensModeler() {
        modeler = CamundaModeler.open();
    }

    @AfterAll
    static void closesModeler() {
        if (modeler != null) {
            modeler.close();
        }
    }

    static Stream<String> shipped() {
        return SHIPPED.contents().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void changesNothingOfAModelThatIsOpenedAndSaved(String file) throws IOException {
        String before = SHIPPED.text(file);

        String saved = modeler.saves(file, before);

        assertThat(ModelMeaning.of(file, saved)).isEqualTo(ModelMeaning.of(file, before));
        assertKept(Path.of(file), saved, saved.equals(before));
    }

    @Test
    void picturesTheLifecycleAsItIs() throws IOException {
        String picture = modeler.pictures(modeler.saves(LIFECYCLE, SHIPPED.text(LIFECYCLE)));

        assertKept(PICTURE, picture, shown(picture).equals(shown(Files.readString(PICTURE))));
    }

    @Test
    void savesAPolicyWrittenByHandAsOneThatIsAcceptedAndMeansTheSame() {
        PolicyFiles byHand = ExamplePolicy.good();

        PolicyFiles saved = savedAll(byHand);

        assertThat(PolicyRulesTests.CHECKS.faults(saved)).isEmpty();
        assertThat(saved.contents().keySet())
                .allSatisfy(file -> assertThat(ModelMeaning.of(file, saved.text(file)))
                        .isEqualTo(ModelMeaning.of(file, byHand.text(file))));
    }

    @Test
    void drawsADecisionThatAnswersAllRowsThatFit() {
        String file = "processes/greeting.bpmn";
        PolicyFiles byHand = ExamplePolicy.good();

        String drawn = modeler.drawsDecision(
                byHand.text(file), "toDecideWelcome", "decideFlowers", "Decide the flowers", "welcome", "flowers");

        assertThat(drawn).contains("resultVariable=\"flowers\"").doesNotContain("resultList");
        assertThat(PolicyRulesTests.CHECKS.faults(ExamplePolicy.and(byHand, file, byHand.text(file), drawn)))
                .isEmpty();
    }

    private static PolicyFiles savedAll(PolicyFiles policy) {
        Map<String, byte[]> saved = new HashMap<>();
        policy.contents()
                .keySet()
                .forEach(file ->
                        saved.put(file, modeler.saves(file, policy.text(file)).getBytes(UTF_8)));
        return new PolicyFiles(saved);
    }

    private static void assertKept(Path file, String saved, boolean kept) throws IOException {
        if (WRITES && !kept) {
            Files.writeString(file, saved);
            return;
        }
        assertThat(kept)
                .as(file
                        + " is not what Modeler would save, so an owner's diff would show more than the owner changed: run "
                        + COMMAND)
                .isTrue();
    }

    private static String shown(String picture) {
        Stream<MatchResult> drawn = DRAWN.matcher(picture).results();
        return drawn.map(part ->
                        part.group(1) == null ? part.group() : part.group(1).strip())
                .collect(joining(" "));
    }
}
