package io.leadbaton.engine.rules;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** The language of the cells, asked the same questions the decision engine asks, but parsed only once. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    private Feel() {}

    static FeelText condition(String id, String text) {
        return parsed(id, text, ENGINE::parseUnaryTests);
    }

    static FeelText value(String id, String text) {
        return parsed(id, text, ENGINE::parseExpression);
    }

    private static FeelText parsed(String id, String text, Function<String, ParseResult> parser) {
        if (text.isBlank() || text.strip().equals("-")) {
            return new FeelText(id, "", null, null);
        }
        ParseResult result = parser.apply(text.strip());
        return result.isSuccess()
                ? new FeelText(id, text, result.parsedExpression(), null)
                : new FeelText(id, text, null, firstLine(result.failure().message()));
    }

    static boolean holds(ParsedExpression condition, @Nullable Object input, Map<String, Object> facts) {
        EvaluationResult result = ENGINE.evaluateWithInput(condition, input, facts);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    static @Nullable Object valueOf(ParsedExpression expression, Map<String, Object> facts) {
        EvaluationResult result = ENGINE.evaluate(expression, facts);
        return result.isSuccess() ? result.result() : null;
    }

    /** A function nobody wrote makes a cell that never fits, without a word. */
    static Optional<String> unknownFunction(ParsedExpression expression, Map<String, Object> facts) {
        var failures = ENGINE.evaluateWithInput(expression, null, facts)
                .suppressedFailures()
                .iterator();
        while (failures.hasNext()) {
            EvaluationFailure failure = failures.next();
            if (failure.failureType().toString().equals("NO_FUNCTION_FOUND")) {
                return Optional.of(failure.failureMessage());
            }
        }
        return Optional.empty();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
