package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in goes whole to the next drawn step, and never stays behind in the engine; what the step answers may take
 * its place.
 */
final class RecordingRules {

    private RecordingRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        return asking(diagram).flatMap(node -> recorded(diagram, node, Variables.form(node, library), library.seam()));
    }

    /** Where somebody fills in a form. */
    static Stream<FlowNode> asking(Diagram diagram) {
        return diagram.all(FlowNode.class)
                .filter(node -> node instanceof UserTask
                        || node instanceof StartEvent start && start.getCamundaFormRef() != null);
    }

    private static Stream<Fault> recorded(Diagram diagram, FlowNode asking, @Nullable Form form, Seam seam) {
        ServiceTask step = recordingStep(asking);
        if (step == null) {
            return Stream.of(diagram.fault(
                    asking, "is not followed by the one step that records the answer" + Steps.taking(form, seam)));
        }
        Stream<Fault> torn = asking.isCamundaAsyncAfter() || step.isCamundaAsyncBefore()
                ? Stream.of(diagram.fault(step, "must record in the same transaction: no async between task and step"))
                : Stream.empty();
        return form == null ? torn : Stream.concat(torn, handedOver(diagram, asking, step, form));
    }

    static @Nullable ServiceTask recordingStep(FlowNode asking) {
        return asking.getOutgoing().size() == 1
                        && Diagram.next(asking).findFirst().orElse(null) instanceof ServiceTask step
                        && step.getCamundaExpression() != null
                ? step
                : null;
    }

    private static Stream<Fault> handedOver(Diagram diagram, FlowNode asking, ServiceTask step, Form form) {
        Set<String> taken = Expressions.variables(step.getCamundaExpression());
        Set<String> slots = slots(asking);
        Stream<Fault> lost = form.keys().stream()
                .filter(key -> !taken.contains(key))
                .map(key -> diagram.fault(step, "does not take '" + key + "', a field of the form " + form.id()));
        Stream<Fault> missing = taken.stream()
                .filter(name -> slots.contains(name) && !form.keys().contains(name))
                .map(name ->
                        diagram.fault(step, "takes '" + name + "', but the form " + form.id() + " has no such field"));
        Stream<Fault> stored = form.fields().stream()
                .filter(Form.Field::isWritten)
                .filter(field -> taken.contains(field.key()) && !field.key().equals(step.getCamundaResultVariable()))
                .filter(field -> staysBehind(asking, field.key(), slots))
                .map(field -> diagram.fault(
                        asking,
                        "would keep '" + field.key() + "' for ever: draw a subprocess around the task, with an input '"
                                + field.key() + "' of the value ${null}"));
        return Stream.of(lost, missing, stored).flatMap(faults -> faults);
    }

    private static boolean staysBehind(FlowNode asking, String key, Set<String> slots) {
        return asking instanceof UserTask
                ? !slots.contains(key)
                : asking.getParentElement().getChildElementsByType(FlowNode.class).stream()
                        .anyMatch(WaitRules::waits);
    }

    /** Local places the enclosing subprocess keeps for the answers, so that they go when it ends. */
    private static Set<String> slots(FlowNode asking) {
        Set<String> slots = new HashSet<>();
        if (asking.getParentElement() instanceof Activity scope) {
            inputs(scope)
                    .filter(input -> "${null}".equals(input.getTextContent().strip()))
                    .forEach(input -> slots.add(input.getCamundaName()));
        }
        return slots;
    }

    static Stream<CamundaInputParameter> inputs(BaseElement element) {
        return Diagram.extensions(element, CamundaInputOutput.class).stream()
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream());
    }
}
