package io.leadbaton.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Reads what an expression of a diagram names: steps of the application with their arguments, and variables. */
final class Expressions {

    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern CALL = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\s*\\.\\s*([A-Za-z_]\\w*)\\s*\\(");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final String LITERAL = "('[^']*'|\"[^\"]*\")";
    private static final String EQUALS = "\\s*(?:==|!=|\\beq\\b|\\bne\\b)\\s*";
    private static final Pattern COMPARISON = Pattern.compile(
            "(?<![\\w.])([A-Za-z_]\\w*)" + EQUALS + LITERAL + "|" + LITERAL + EQUALS + "([A-Za-z_]\\w*)(?![\\w.(])");
    private static final Pattern WORD_GIVEN = Pattern.compile("(?:^|[?:(])\\s*" + LITERAL + "\\s*(?=$|[:)])");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "empty",
            "null",
            "true",
            "false",
            "div",
            "mod",
            "instanceof");

    private Expressions() {}

    /** One call as it is written: {@code bean.method(arguments)}. */
    record Call(String bean, String method, List<String> arguments) {}

    /** A variable that is held against a word. */
    record Comparison(String variable, String word) {}

    /** Every word that a variable is compared with; the empty one asks whether there is any. */
    static List<Comparison> comparisons(String text) {
        return COMPARISON
                .matcher(text)
                .results()
                .map(found -> found.group(1) == null
                        ? new Comparison(found.group(4), unquoted(found.group(3)))
                        : new Comparison(found.group(1), unquoted(found.group(2))))
                .filter(comparison -> !comparison.word().isEmpty())
                .toList();
    }

    /** The words an argument may stand for: itself, or the ends of a choice. */
    static List<String> words(String argument) {
        return WORD_GIVEN
                .matcher(argument)
                .results()
                .map(found -> unquoted(found.group(1)))
                .toList();
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The reason why the text cannot be read, if there is one. */
    static Optional<String> unreadable(String text) {
        try {
            new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text);
            return Optional.empty();
        } catch (TreeBuilderException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    static List<Call> calls(String text) {
        List<Call> calls = new ArrayList<>();
        Matcher call = CALL.matcher(masked(text));
        while (call.find()) {
            calls.add(new Call(call.group(1), call.group(2), arguments(text, call.end())));
        }
        return calls;
    }

    /** First parts of all names, without the words of the language. */
    static Set<String> variables(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(masked(text));
        while (name.find()) {
            names.add(name.group());
        }
        names.removeAll(WORDS);
        return names;
    }

    /** The same length, but nothing inside quotes looks like a name or a bracket. */
    private static String masked(String text) {
        return TEXT.matcher(text)
                .replaceAll(literal -> "'" + "-".repeat(literal.group().length() - 2) + "'");
    }

    private static List<String> arguments(String text, int start) {
        String masked = masked(text);
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = start;
        for (int at = start; at < masked.length(); at++) {
            char c = masked.charAt(at);
            if (c == ')' && depth == 0 || c == ',' && depth == 0) {
                arguments.add(text.substring(from, at).strip());
                from = at + 1;
            }
            if (c == ')' && depth-- == 0) {
                break;
            }
            depth += c == '(' ? 1 : 0;
        }
        return arguments.equals(List.of("")) ? List.of() : arguments;
    }
}
