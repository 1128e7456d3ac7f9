package io.leadbaton.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Knows which fields the form of a task, or the start form of a process, has. */
@Component
class FormFields {

    private final ObjectMapper json = new ObjectMapper();
    private final FormService forms;
    private final RepositoryService repository;

    FormFields(FormService forms, RepositoryService repository) {
        this.forms = forms;
        this.repository = repository;
    }

    Set<String> ofTask(String taskId) {
        return fields(() -> forms.getDeployedTaskForm(taskId));
    }

    Set<String> ofStart(String definitionId) {
        return fields(() -> forms.getDeployedStartForm(definitionId));
    }

    Set<String> ofStartByKey(String key) {
        return fields(() -> forms.getDeployedStartForm(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId()));
    }

    /** Without a form there is no field; whether the task is there at all is for the engine to say. */
    private Set<String> fields(Supplier<InputStream> form) {
        try (InputStream file = form.get()) {
            return json.readTree(file).findValues("key").stream()
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet());
        } catch (ProcessEngineException | NullPointerException missing) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
