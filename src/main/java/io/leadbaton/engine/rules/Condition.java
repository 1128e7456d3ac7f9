package io.leadbaton.engine.rules;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Weighs the condition of a flow by what steps answered before. */
final class Condition {

    private static final Pattern WHOLE = Pattern.compile("\\s*[$#]\\{(.*)}\\s*", Pattern.DOTALL);
    private static final Pattern OR = Pattern.compile("\\|\\||\\bor\\b");
    private static final Pattern AND = Pattern.compile("&&|\\band\\b");
    private static final Pattern COMPARED = Pattern.compile(
            "\\s*(\\w+|leads\\.\\w+\\(leadId\\))\\s*(==|!=|\\beq\\b|\\bne\\b)\\s*(?:'([^']*)'|\"([^\"]*)\"|(true|false))\\s*");
    private static final Pattern TRUTH = Pattern.compile("\\s*(!|not\\s+)?\\s*(\\w+)\\s*");
    private static final Pattern EMPTY = Pattern.compile("\\s*(!|not\\s+)?\\s*empty\\s+(\\w+)\\s*");

    private Condition() {}

    static Verdict weigh(String text, Map<String, Answer> known) {
        Matcher whole = WHOLE.matcher(text);
        return whole.matches() ? any(whole.group(1), known) : aside(text, known);
    }

    private static Verdict any(String text, Map<String, Answer> known) {
        return parts(OR, text, known, Verdict.NO, Verdict::or);
    }

    private static Verdict all(String text, Map<String, Answer> known) {
        return parts(AND, text, known, Verdict.YES, Verdict::and);
    }

    private static Verdict parts(
            Pattern between, String text, Map<String, Answer> known, Verdict first, BinaryOperator<Verdict> join) {
        String[] parts = between.split(text);
        if (!Arrays.stream(parts).allMatch(Condition::isWhole)) {
            return aside(text, known);
        }
        return Arrays.stream(parts)
                .map(part -> between == OR ? all(part, known) : one(part, known))
                .reduce(first, join);
    }

    private static boolean isWhole(String part) {
        return part.chars().filter(c -> c == '(').count()
                        == part.chars().filter(c -> c == ')').count()
                && part.chars().filter(c -> c == '\'').count() % 2 == 0;
    }

    private static Verdict one(String text, Map<String, Answer> known) {
        Matcher compared = COMPARED.matcher(text);
        if (compared.matches()) {
            boolean not = compared.group(2).equals("!=") || compared.group(2).equals("ne");
            return turned(not, value(compared.group(1), word(compared), known));
        }
        Matcher empty = EMPTY.matcher(text);
        if (empty.matches()) {
            return turned(empty.group(1) != null, value(empty.group(2), "", known));
        }
        Matcher truth = TRUTH.matcher(text);
        return truth.matches()
                ? turned(truth.group(1) != null, value(truth.group(2), "true", known))
                : aside(text, known);
    }

    private static String word(Matcher compared) {
        return compared.group(3) != null
                ? compared.group(3)
                : compared.group(4) != null ? compared.group(4) : compared.group(5);
    }

    private static Verdict turned(boolean not, Verdict verdict) {
        return not ? verdict.negated() : verdict;
    }

    private static Verdict value(String variable, String word, Map<String, Answer> known) {
        Answer answer = known.get(variable);
        return answer == null ? Verdict.EITHER : answer.is(word);
    }

    /** Says something else about the lead, or about an answer in words that are not understood here. */
    private static Verdict aside(String text, Map<String, Answer> known) {
        return Expressions.variables(text).stream().anyMatch(known::containsKey) ? Verdict.UNCLEAR : Verdict.EITHER;
    }
}
