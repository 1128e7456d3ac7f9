package io.leadbaton.engine;

import io.leadbaton.NotKnown;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads from a process instance in Cockpit to the page of its lead; the ladder of a clock has the lead as a variable only. */
@RestController
@Tag(name = "cockpit")
class LeadOfInstance {

    private final RuntimeService runtime;
    private final CockpitRights rights;

    LeadOfInstance(RuntimeService runtime, CockpitRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    @GetMapping(path = "/api/v1/process-instances/{id}/lead", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The lead a running process instance is about")
    LeadLink lead(@PathVariable String id) {
        ProcessInstance instance = Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .orElseThrow(() -> new NotKnown("There is no such process instance, or it has ended."));
        rights.check(instance.getProcessDefinitionId());
        return Optional.ofNullable((String) runtime.getVariable(id, "leadId"))
                .map(lead -> new LeadLink(lead, "/leads/" + lead))
                .orElseThrow(() -> new NotKnown("This process instance is about no lead."));
    }

    record LeadLink(String leadId, String url) {}
}
