package io.leadbaton.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts a process as one version of the policy draws it, whatever went live since. */
@Component
public class PinnedProcess {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Map<Drawing, String> definitions = new ConcurrentHashMap<>();

    public PinnedProcess(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    private record Drawing(String deployment, String process) {}

    /** Answers the id of what was started. */
    public String start(String process, PolicyVersion version, String businessKey, Map<String, Object> variables) {
        return runtime.startProcessInstanceById(definition(process, version), businessKey, variables)
                .getId();
    }

    /** What a deployment holds never changes: asked once. */
    private String definition(String process, PolicyVersion version) {
        return definitions.computeIfAbsent(new Drawing(version.deploymentId(), process), this::find);
    }

    private String find(Drawing drawing) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(drawing.deployment())
                .processDefinitionKey(drawing.process())
                .singleResult()
                .getId();
    }
}
