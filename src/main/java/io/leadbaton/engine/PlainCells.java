package io.leadbaton.engine;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Answers the plainest cells without FEEL's interpreter, which took most of the time of a decision: a constant, a fact such as
 * {@code lead.channel}, a test that asks for nothing but its own input. All others are left to it.
 */
class PlainCells {

    /** Only FEEL can say it. */
    static final Object UNKNOWN = new Object();

    private static final int MOST = 50_000;
    private static final Object NOTHING = new Object();
    private static final Set<Class<?>> KEPT =
            Set.of(String.class, Boolean.class, Integer.class, Long.class, Double.class, Object.class);
    private static final Set<String> OF_INPUT_ONLY = Set.of(
            "AtLeastOne",
            "ClosedConstRangeBoundary",
            "Conjunction",
            "ConstBool",
            "ConstInputValue",
            "ConstNull",
            "ConstNumber",
            "ConstRange",
            "ConstString",
            "Disjunction",
            "Equal",
            "FunctionInvocation",
            "GreaterOrEqual",
            "GreaterThan",
            "InputEqualTo",
            "InputGreaterOrEqual",
            "InputGreaterThan",
            "InputInRange",
            "InputLessOrEqual",
            "InputLessThan",
            "LessOrEqual",
            "LessThan",
            "Not",
            "OpenConstRangeBoundary",
            "PathExpression",
            "PositionalFunctionParameters",
            "UnaryTestExpression");

    /** Functions that say the same about the same, whenever they are asked. */
    private static final Set<String> TIMELESS =
            Set.of("contains", "ends with", "lower case", "not", "starts with", "string length", "upper case");

    private final Map<String, Function<VariableContext, @Nullable Object>> expressions = new ConcurrentHashMap<>();
    private final Map<String, Boolean> tests = new ConcurrentHashMap<>();
    private final Map<Asked, Boolean> answers = new ConcurrentHashMap<>();

    private record Asked(String test, Object input) {}

    @Nullable
    Object value(String text, Function<String, @Nullable ParsedExpression> parse, VariableContext known) {
        return expressions
                .computeIfAbsent(text, cell -> plain(parse.apply(cell)))
                .apply(known);
    }

    private static Function<VariableContext, @Nullable Object> plain(@Nullable ParsedExpression cell) {
        Object exp = cell == null ? null : cell.expression();
        if (exp instanceof Ref ref && ref.names().size() == 2) {
            String facts = ref.names().head();
            String fact = ref.names().last();
            return known -> fact(known.resolve(facts), fact);
        }
        Object constant = constant(exp);
        return known -> constant;
    }

    private static Object constant(@Nullable Object exp) {
        if (exp instanceof ConstString text) {
            return text.value();
        }
        if (exp instanceof ConstBool truth) {
            return truth.value();
        }
        return exp instanceof ConstNumber number && number.value().isValidLong()
                ? (Object) number.value().toLong()
                : UNKNOWN;
    }

    private static @Nullable Object fact(@Nullable TypedValue holder, String name) {
        if (holder == null || !(holder.getValue() instanceof Map<?, ?> facts) || !facts.containsKey(name)) {
            return UNKNOWN;
        }
        Object fact = facts.get(name);
        if (fact instanceof Integer number) {
            return number.longValue();
        }
        boolean asIs = fact == null
                || fact instanceof String
                || fact instanceof Boolean
                || fact instanceof Long
                || fact instanceof Map;
        return asIs ? fact : UNKNOWN;
    }

    /** Whether a test holds; one that asks for its input only is judged once for each. */
    boolean holds(
            String test,
            Function<String, @Nullable ParsedExpression> parse,
            @Nullable TypedValue input,
            BooleanSupplier judge) {
        Object value = input == null || input.getValue() == null ? NOTHING : input.getValue();
        if (!isKept(value) || !tests.computeIfAbsent(test, text -> isPlain(parse.apply(text)))) {
            return judge.getAsBoolean();
        }
        if (answers.size() > MOST) {
            answers.clear();
        }
        return answers.computeIfAbsent(new Asked(test, value), asked -> judge.getAsBoolean());
    }

    private static boolean isKept(Object value) {
        return value instanceof Map<?, ?> facts
                ? facts.values().stream().allMatch(fact -> fact == null || KEPT.contains(fact.getClass()))
                : KEPT.contains(value.getClass());
    }

    private static boolean isPlain(@Nullable ParsedExpression test) {
        return test != null && asksInputOnly(test.expression());
    }

    private static boolean asksInputOnly(Object part) {
        if (part instanceof Iterable<?> parts) {
            return parts.forall(PlainCells::asksInputOnly);
        }
        if (part instanceof FunctionInvocation call && !TIMELESS.contains(call.function())) {
            return false;
        }
        return !(part instanceof Product whole)
                || OF_INPUT_ONLY.contains(whole.productPrefix())
                        && whole.productIterator().forall(PlainCells::asksInputOnly);
    }
}
