package io.leadbaton.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** The beans a diagram may name, looked up when it does: the engine starts before most of them exist. */
class NamedBeans extends AbstractMap<Object, Object> {

    static final Set<String> NAMES = Set.of(
            "lifecycleTasks",
            "assessmentTasks",
            "qualificationTasks",
            "handoffTasks",
            "reassignmentTasks",
            "cadenceTasks",
            "nurtureTasks",
            "escalationTasks",
            "registrationTasks",
            "absenceTasks",
            "sla",
            "leads",
            "facts");

    private final BeanFactory beans;

    NamedBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && NAMES.contains(bean) && beans.containsBean(bean);
    }

    @Override
    public @Nullable Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return NAMES.stream()
                .filter(this::containsKey)
                .map(name -> Map.<Object, Object>entry(name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
