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
