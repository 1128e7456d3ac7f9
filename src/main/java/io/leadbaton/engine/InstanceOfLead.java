package io.leadbaton.engine;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Finds the running lifecycle of a lead, so that a page can link to it in Cockpit. */
@Component("instanceOfLead")
class InstanceOfLead implements Function<String, Optional<String>> {

    private final RuntimeService runtime;

    InstanceOfLead(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public Optional<String> apply(String leadId) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(leadId)
                .rootProcessInstances()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(ProcessInstance::getId);
    }
}
