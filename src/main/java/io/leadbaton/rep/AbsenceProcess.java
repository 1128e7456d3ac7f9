package io.leadbaton.rep;

import io.leadbaton.Refused;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Lets the process {@code absence} wait for the end of a covered absence that was announced without its form.
 *
 * <p>It begins at the timer whose date asks {@code absenceTasks.endsAt}, whatever its owners call it.
 */
@Component
class AbsenceProcess {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Consumer<Runnable> inOwnName;

    AbsenceProcess(
            RuntimeService runtime,
            RepositoryService repository,
            @Qualifier("inOwnName") Consumer<Runnable> inOwnName) {
        this.runtime = runtime;
        this.repository = repository;
        this.inOwnName = inOwnName;
    }

    void covered(String rep) {
        inOwnName.accept(() -> waitFor(rep));
    }

    private void waitFor(String rep) {
        ProcessDefinition absence = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("absence")
                .latestVersion()
                .singleResult();
        runtime.createProcessInstanceById(absence.getId())
                .startBeforeActivity(endOf(absence))
                .setVariable("rep", rep)
                .execute();
    }

    private String endOf(ProcessDefinition absence) {
        return repository
                .getBpmnModelInstance(absence.getId())
                .getModelElementsByType(IntermediateCatchEvent.class)
                .stream()
                .filter(AbsenceProcess::asksForTheEnd)
                .map(IntermediateCatchEvent::getId)
                .findFirst()
                .orElseThrow(
                        () -> new Refused("The process of absences no longer waits for an end, so nobody can cover."));
    }

    private static boolean asksForTheEnd(IntermediateCatchEvent event) {
        return event.getModelInstance().getModelElementsByType(TimeDate.class).stream()
                .filter(date -> date.getTextContent().contains("absenceTasks.endsAt("))
                .map(ModelElementInstance::getParentElement)
                .anyMatch(timer -> event.equals(timer.getParentElement()));
    }
}
