package io.leadbaton.engine;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Lets an expression call our beans and read plain values; the engine's own objects show their ids and no more. */
class PlainBeanResolver extends BeanELResolver {

    private static final Set<Class<?>> PLAIN = Set.of(
            CharSequence.class,
            Number.class,
            Boolean.class,
            Date.class,
            Map.class,
            Collection.class,
            Enum.class,
            DmnDecisionResult.class,
            org.joda.time.base.BaseDateTime.class);
    private static final Set<String> IDS = Set.of(
            "id",
            "businessKey",
            "processBusinessKey",
            "processInstanceId",
            "processDefinitionId",
            "currentActivityId",
            "activityInstanceId",
            "taskDefinitionKey",
            "assignee",
            "name");

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null && property != null) {
            check(base, property.toString());
        }
        return super.getValue(context, base, property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (base != null && method != null) {
            check(base, method.toString());
        }
        return super.invoke(context, base, method, types, arguments);
    }

    private static void check(Object base, String member) {
        boolean idOnly = base instanceof DelegateExecution || base instanceof DelegateTask;
        boolean open =
                idOnly ? IDS.contains(member) : isOurs(base) || PLAIN.stream().anyMatch(t -> t.isInstance(base));
        if (!open || member.equals("class") || member.equals("getClass")) {
            throw new ProcessEngineException("An expression may not use '" + member + "' of a "
                    + base.getClass().getSimpleName() + ": it reaches the named beans and plain values only");
        }
    }

    private static boolean isOurs(Object base) {
        return base.getClass().getName().startsWith("io.leadbaton.")
                || base instanceof org.springframework.aop.SpringProxy;
    }
}
