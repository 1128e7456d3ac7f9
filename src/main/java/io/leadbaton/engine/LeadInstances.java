package io.leadbaton.engine;

import java.util.List;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Finds the instances of these processes that go on for a lead; one that ends with the step that asks does not. */
@Component("leadInstances")
class LeadInstances implements BiFunction<String, List<String>, List<String>> {

    private final RuntimeService runtime;

    LeadInstances(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<String> apply(String leadId, List<String> processes) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(leadId)
                .processDefinitionKeyIn(processes.toArray(String[]::new))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .filter(instance -> CurrentStep.leaves(ExecutionEntity.class, instance))
                .toList();
    }
}
