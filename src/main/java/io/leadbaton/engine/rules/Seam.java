package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.ClockSteps;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the application offers to diagrams: beans by the name an expression uses, messages it sends, variables it starts with; the
 * elements it looks for in return; and what its steps do to the clocks of promises.
 */
public record Seam(
        Map<String, Class<?>> beans,
        Set<String> messages,
        Set<String> variables,
        List<RequiredElement> required,
        ClockSteps clocks) {

    /** The one method that a call means; empty when there is none, or more than one. */
    Optional<Method> method(Call call) {
        List<Method> fitting = methods(call).stream()
                .filter(method -> method.getParameterCount() == call.arguments().size())
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** All methods of that name. */
    List<Method> methods(Call call) {
        Class<?> bean = beans.get(call.bean());
        return bean == null
                ? List.of()
                : Arrays.stream(bean.getMethods())
                        .filter(method -> method.getName().equals(call.method()) && !method.isBridge())
                        .toList();
    }
}
