package io.leadbaton.engine.rules;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;

/** The variables somebody sets in a process: a step, a decision, a form and who sends it, a caller, or the application. */
final class Variables {

    private Variables() {}

    static Set<String> knownIn(Diagram diagram, Library library) {
        Set<String> known = new TreeSet<>(library.seam().variables());
        known.add("execution");
        Stream.of(steps(diagram), mappings(diagram), fields(diagram, library), callers(diagram, library))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .forEach(known::add);
        return known;
    }

    private static Stream<String> steps(Diagram diagram) {
        return Stream.of(
                        diagram.all(StartEvent.class).map(StartEvent::getCamundaInitiator),
                        diagram.all(ServiceTask.class).map(ServiceTask::getCamundaResultVariable),
                        diagram.all(BusinessRuleTask.class).map(BusinessRuleTask::getCamundaResultVariable),
                        diagram.all(MultiInstanceLoopCharacteristics.class)
                                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable))
                .flatMap(names -> names);
    }

    private static Stream<String> mappings(Diagram diagram) {
        return Stream.of(
                        diagram.all(CamundaInputParameter.class).map(CamundaInputParameter::getCamundaName),
                        diagram.all(CamundaOutputParameter.class).map(CamundaOutputParameter::getCamundaName),
                        diagram.all(CamundaOut.class).map(CamundaOut::getCamundaTarget))
                .flatMap(names -> names);
    }

    private static Stream<String> fields(Diagram diagram, Library library) {
        return forms(diagram, library).flatMap(form -> form.keys().stream());
    }

    /** The forms that people fill in along the way. */
    static Stream<Form> forms(Diagram diagram, Library library) {
        return diagram.all(FlowNode.class)
                .map(node -> form(node, library))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    static @Nullable Form form(FlowNode asking, Library library) {
        String ref = asking instanceof UserTask task
                ? task.getCamundaFormRef()
                : asking instanceof StartEvent start ? start.getCamundaFormRef() : null;
        return ref == null ? null : library.forms().get(ref);
    }

    private static Stream<String> callers(Diagram diagram, Library library) {
        return library.diagrams().stream()
                .flatMap(caller -> caller.all(CallActivity.class))
                .filter(call -> diagram.processIds().anyMatch(id -> id.equals(call.getCalledElement())))
                .flatMap(call -> Diagram.extensions(call, CamundaIn.class).stream())
                .map(CamundaIn::getCamundaTarget);
    }
}
