package io.leadbaton.engine;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/** Parses each cell of the decision tables once instead of at every lead: parsing costs far more than judging. */
class RememberingFeel extends ScalaFeelEngine {

    /** Cells of replaced tables are forgotten together with the others: parsing all once more costs milliseconds. */
    private static final int MOST = 20_000;

    RememberingFeel() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new Remembering(super.buildFeelEngine(functions, values));
    }

    private static final class Remembering extends FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

        Remembering(FeelEngine plain) {
            super(plain.functionProvider(), plain.valueMapper(), plain.configuration(), plain.clock());
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
}
