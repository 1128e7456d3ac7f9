package io.leadbaton.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Tells what date a timer was drawn with, by the id of its job definition; empty when it has none. */
@Component
class TimerTexts {

    private final ManagementService management;
    private final RepositoryService repository;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    TimerTexts(ManagementService management, RepositoryService repository) {
        this.management = management;
        this.repository = repository;
    }

    String of(String jobDefinitionId) {
        return known.computeIfAbsent(jobDefinitionId, this::read);
    }

    private String read(String jobDefinitionId) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(jobDefinitionId)
                .singleResult();
        ModelElementInstance element = repository
                .getBpmnModelInstance(definition.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
        return element instanceof CatchEvent event
                ? event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(timer -> ((TimerEventDefinition) timer).getTimeDate())
                        .filter(date -> date != null)
                        .map(ModelElementInstance::getTextContent)
                        .findFirst()
                        .orElse("")
                : "";
    }
}
