package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.Suggestion;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares a call in a diagram with the Java method it names, which the engine itself would only do when a lead arrives. */
final class Calls {

    private Calls() {}

    static Stream<String> objections(Call call, Seam seam, Set<String> variables) {
        Class<?> bean = seam.beans().get(call.bean());
        if (bean == null) {
            return variables.contains(call.bean())
                    ? Stream.empty()
                    : Stream.of("calls '%s', which does not exist; %s"
                            .formatted(
                                    call.bean(),
                                    Suggestion.instead(call.bean(), seam.beans().keySet())));
        }
        if (!Modifier.isPublic(bean.getModifiers())) {
            return Stream.of("calls '" + call.bean() + "', whose class is not public");
        }
        List<Method> named = seam.methods(call);
        return named.isEmpty()
                ? Stream.of("calls '%s', a step that %s does not have; %s"
                        .formatted(call.method(), call.bean(), Suggestion.instead(call.method(), Steps.of(bean))))
                : arguments(call, named);
    }

    private static Stream<String> arguments(Call call, List<Method> named) {
        int given = call.arguments().size();
        List<Method> fitting =
                named.stream().filter(m -> m.getParameterCount() == given).toList();
        if (fitting.isEmpty()) {
            Method meant = named.get(0);
            return Stream.of("calls '%s' with %d arguments, but it takes %d: %s"
                    .formatted(call.method(), given, meant.getParameterCount(), Steps.arguments(meant)));
        }
        return fitting.size() > 1 ? Stream.empty() : types(call, fitting.get(0));
    }

    private static Stream<String> types(Call call, Method method) {
        Class<?>[] types = method.getParameterTypes();
        return IntStream.range(0, types.length)
                .filter(i -> !accepts(types[i], call.arguments().get(i)))
                .mapToObj(i -> "calls '" + call.method() + "' with "
                        + call.arguments().get(i) + " where " + described(types[i]) + " is needed");
    }

    private static boolean accepts(Class<?> type, String argument) {
        boolean text = argument.startsWith("'") || argument.startsWith("\"");
        boolean number = argument.matches("-?\\d+(\\.\\d+)?");
        if (text && type.isEnum()) {
            String word = argument.substring(1, argument.length() - 1);
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(c -> ((Enum<?>) c).name().equals(word));
        }
        if (text || number) {
            boolean whole = type == int.class || type == Integer.class;
            return type == Object.class || (text ? type == String.class : type == String.class || whole);
        }
        boolean truth = argument.equals("true") || argument.equals("false");
        return !truth || type == boolean.class || type == Boolean.class || type == String.class;
    }

    private static String described(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        boolean number = type == int.class || type == Integer.class;
        return number ? "a whole number" : type == String.class ? "a text" : "true or false";
    }
}
