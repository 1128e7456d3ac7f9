package io.leadbaton.engine;

import camundajar.impl.scala.collection.immutable.$colon$colon;
import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.jspecify.annotations.Nullable;

/**
 * Parses each cell of the decision tables once instead of at every lead, and makes FEEL's own functions and the facts of a lead once
 * instead of at every cell: all of it costs far more than judging.
 */
class RememberingFeel extends ScalaFeelEngine {

    /** Cells of replaced tables are forgotten together with the others: parsing all once more costs milliseconds. */
    private static final int MOST = 20_000;

    private final PlainCells plain = new PlainCells();

    RememberingFeel() {
        super(List.of());
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T> T evaluateSimpleExpression(String text, VariableContext known) {
        Object value = plain.value(text, cell -> parsed(feelEngine.parseExpression(cell)), known);
        return value == PlainCells.UNKNOWN ? super.evaluateSimpleExpression(text, known) : (T) value;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext known) {
        return plain.holds(
                text,
                cell -> parsed(feelEngine.parseUnaryTests(cell)),
                known.resolve(input),
                () -> super.evaluateSimpleUnaryTests(text, input, known));
    }

    private static @Nullable ParsedExpression parsed(Either<Failure, ParsedExpression> cell) {
        return cell instanceof Right<Failure, ParsedExpression> right ? right.value() : null;
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new Remembering(super.buildFeelEngine(functions, values));
    }

    private static final class Remembering extends FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

        private final FunctionProvider functions;
        private final FeelInterpreter interpreter;
        private final ValueMapper values = new LastFacts(valueMapper());

        Remembering(FeelEngine plain) {
            super(plain.functionProvider(), plain.valueMapper(), plain.configuration(), plain.clock());
            functions = new CompositeFunctionProvider(new $colon$colon<>(
                    new BuiltinFunctions(clock(), valueMapper()),
                    new $colon$colon<>(functionProvider(), List$.MODULE$.empty())));
            interpreter = new FeelInterpreter(values);
        }

        /** What goes well goes the short way; what does not is judged once more as usual, which says why. */
        @Override
        public EvaluationResult evaluate(ParsedExpression cell, Context facts) {
            EvalContext known = EvalContext.create(values, functions).merge(facts);
            Val value = cell.text().contains("assert") ? null : judged(cell, known);
            return value == null || value instanceof ValError
                    ? super.evaluate(cell, facts)
                    : new SuccessfulEvaluationResult(
                            valueMapper().unpackVal(value),
                            known.failureCollector().failures());
        }

        private @Nullable Val judged(ParsedExpression cell, EvalContext known) {
            try {
                return interpreter.eval(cell.expression(), known);
            } catch (RuntimeException e) {
                return null;
            }
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return once(expressions, text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return once(tests, text, super::parseUnaryTests);
        }

        private static Either<Failure, ParsedExpression> once(
                Map<String, Either<Failure, ParsedExpression>> parsed,
                String text,
                Function<String, Either<Failure, ParsedExpression>> parse) {
            if (parsed.size() > MOST) {
                parsed.clear();
            }
            return parsed.computeIfAbsent(text, parse);
        }
    }

    /** Cell after cell looks at the facts of the same lead: they are put into FEEL's words once. */
    private static final class LastFacts implements ValueMapper {

        private final ValueMapper plain;
        private final ThreadLocal<@Nullable Worded> last = new ThreadLocal<>();

        LastFacts(ValueMapper plain) {
            this.plain = plain;
        }

        private record Worded(Map<?, ?> facts, Val value) {}

        @Override
        public Val toVal(Object value) {
            return value instanceof Map<?, ?> facts ? worded(facts) : plain.toVal(value);
        }

        private Val worded(Map<?, ?> facts) {
            Worded known = last.get();
            if (known == null || known.facts() != facts) {
                known = new Worded(facts, plain.toVal(facts));
                last.set(known);
            }
            return known.value();
        }

        @Override
        public Object unpackVal(Val value) {
            return plain.unpackVal(value);
        }
    }
}
