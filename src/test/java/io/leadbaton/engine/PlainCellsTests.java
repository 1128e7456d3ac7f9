package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered without FEEL's interpreter is what it would have said. */
class PlainCellsTests {

    private final FeelEngine ours = new RememberingFeel();
    private final FeelEngine plain = new ScalaFeelEngine(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hot\"",
                "true",
                "12",
                "1.5",
                "null",
                "lead.channel",
                "lead.visits",
                "lead.seconds",
                "lead.rate",
                "lead.whole",
                "lead.recycled",
                "lead.missing",
                "lead.nothing",
                "lead.intentFacts.demoRequested",
                "lead.intentFacts.missing",
                "stranger.channel",
                "round half up(0.6 * lead.visits + 0.4 * lead.rate, 0)"
            })
    void saysTheSameOfAnExpression(String text) {
        for (int time = 0; time < 2; time++) {
            Object said = ours.evaluateSimpleExpression(text, facts(3).asVariableContext());
            assertThat(said).isEqualTo(plain.evaluateSimpleExpression(text, facts(3).asVariableContext()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"event\"",
                "not(\"event\", \"chat\")",
                "> 3",
                "[3..5]",
                "]3..5[",
                "3",
                "null",
                "true",
                "false",
                "\"Event\", \"event\"",
                "string length(?) > 3",
                "contains(lower case(?), \"VEN\")",
                "contains(lower case(?), \"ven\")",
                "?.demoRequested = true",
                "?.missing = true",
                "? = lead.visits",
                "< lead.rate",
                "? in [1, 3, 5]"
            })
    void saysTheSameOfATest(String text) {
        List<Object> inputs =
                List.of("event", "chat", 3, 3L, 5, 3.0, 4.5, true, false, Map.of("demoRequested", true), Map.of());
        for (int time = 0; time < 2; time++) {
            inputs.forEach(input -> assertThat(holds(ours, text, input, 3))
                    .as("%s %s", text, input)
                    .isEqualTo(holds(plain, text, input, 3)));
            assertThat(holds(ours, text, null, 3)).isEqualTo(holds(plain, text, null, 3));
        }
    }

    @Test
    void asksAnewWhatDependsOnMoreThanTheInput() {
        assertThat(holds(ours, "lead.visits", 3, 3)).isTrue();
        assertThat(holds(ours, "lead.visits", 3, 4)).isFalse();
        assertThat(holds(ours, "? > 2 and lead.visits = 3", 3, 3)).isTrue();
        assertThat(holds(ours, "? > 2 and lead.visits = 3", 3, 4)).isFalse();
    }

    private static boolean holds(FeelEngine feel, String test, Object input, int visits) {
        VariableContext known = facts(visits).putValue("cellInput", input).asVariableContext();
        return feel.evaluateSimpleUnaryTests(test, "cellInput", known);
    }

    private static VariableMap facts(int visits) {
        Map<String, Object> lead = new HashMap<>(Map.of(
                "channel", "event", "visits", visits, "seconds", 700L, "rate", 2.5, "whole", 2.0, "recycled", false));
        lead.put("nothing", null);
        lead.put("intentFacts", Map.of("demoRequested", true));
        return Variables.createVariables().putValue("lead", lead);
    }
}
