package io.leadbaton.engine;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Finds the running lifecycles of many leads at once, by lead, so that a list can link to them in Cockpit. */
@Component("instancesOfLeads")
class InstancesOfLeads implements Function<Collection<String>, Map<String, String>> {

    private final RuntimeService runtime;

    InstancesOfLeads(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public Map<String, String> apply(Collection<String> leads) {
        return runtime
                .createNativeProcessInstanceQuery()
                .sql("""
                        select * from camunda.act_ru_execution where parent_id_ is null and super_exec_ is null
                        and business_key_ = any(string_to_array(#{leads}, ' '))
                        """)
                .parameter("leads", String.join(" ", leads))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(ProcessInstance::getBusinessKey, ProcessInstance::getId, (one, other) -> one));
    }
}
