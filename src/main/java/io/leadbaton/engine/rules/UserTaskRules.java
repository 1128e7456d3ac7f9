package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A person finds the task, reads what to do, has a form for the answer, and sees until when. */
final class UserTaskRules {

    private UserTaskRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        return diagram.all(UserTask.class).flatMap(task -> task(diagram, task));
    }

    private static Stream<Fault> task(Diagram diagram, UserTask task) {
        Stream.Builder<Fault> faults = Stream.builder();
        if (!Diagram.isDocumented(task)) {
            faults.add(diagram.fault(task, "does not tell the person what to do (documentation)"));
        }
        if (Diagram.isBlank(task.getCamundaFormRef())) {
            faults.add(diagram.fault(task, "has no form"));
        }
        if (Diagram.isBlank(task.getCamundaAssignee()) && Diagram.isBlank(task.getCamundaCandidateGroups())) {
            faults.add(diagram.fault(task, "is offered to nobody: neither assignee nor candidate group"));
        }
        if (Diagram.isBlank(task.getCamundaDueDate()) && hasDeadline(diagram, task)) {
            faults.add(diagram.fault(task, "has a deadline but no due date that the person sees"));
        }
        return faults.build();
    }

    private static boolean hasDeadline(Diagram diagram, UserTask task) {
        return diagram.all(BoundaryEvent.class)
                .filter(Diagram::hasTimer)
                .anyMatch(event -> event.getAttachedTo().equals(task)
                        || event.getAttachedTo() instanceof SubProcess
                                && event.getAttachedTo().equals(task.getParentElement()));
    }
}
