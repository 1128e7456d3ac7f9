package io.leadbaton.engine.rules;

import static java.util.stream.Collectors.joining;

import io.leadbaton.policy.Suggestion;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names the steps that exist, for who drew one that does not. */
final class Steps {

    private Steps() {}

    static Set<String> of(Class<?> bean) {
        return methods(bean).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As it is written in an expression: {@code (leadId, verdict, note)}. */
    static String arguments(Method method) {
        return Arrays.stream(method.getParameters()).map(Parameter::getName).collect(joining(", ", "(", ")"));
    }

    /** The end of a sentence about a form whose answers go nowhere; nothing when no step takes all its fields. */
    static String taking(@Nullable Form form, Seam seam) {
        if (form == null || form.keys().isEmpty()) {
            return "";
        }
        Set<String> steps = new TreeSet<>();
        seam.beans()
                .forEach((name, bean) -> methods(bean)
                        .filter(method -> takes(method, form))
                        .map(method -> name + "." + method.getName() + arguments(method))
                        .forEach(steps::add));
        return steps.isEmpty() ? "" : "; steps that take its fields: " + Suggestion.inWords(steps);
    }

    private static boolean takes(Method method, Form form) {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getName)
                .collect(Collectors.toSet())
                .containsAll(form.keys());
    }

    private static Stream<Method> methods(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }
}
