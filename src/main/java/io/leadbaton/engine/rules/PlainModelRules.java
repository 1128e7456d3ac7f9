package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConnector;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaList;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaMap;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A step that matters is drawn: no scripts, listeners or classes behind a diagram, no wait that the picture does not show. */
final class PlainModelRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Map<Class<? extends ModelElementInstance>, String> FORBIDDEN = Map.of(
            CamundaScript.class, "carries a script",
            CamundaExecutionListener.class, "carries a listener: draw the step",
            CamundaTaskListener.class, "carries a listener: draw the step",
            CamundaConnector.class, "carries a connector: no step calls anything outside our database",
            CamundaMap.class, "computes a map: let a step or a table do it",
            CamundaList.class, "computes a list: let a step or a table do it");

    private PlainModelRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        Stream<Fault> hidden = FORBIDDEN.entrySet().stream()
                .flatMap(entry ->
                        diagram.all(entry.getKey()).map(element -> diagram.fault(owner(element), entry.getValue())));
        Stream<Fault> scripts =
                diagram.all(ScriptTask.class).map(task -> diagram.fault(task, "is a script: write a step in Java"));
        Stream<Fault> services = diagram.all(ServiceTask.class)
                .filter(task -> Diagram.isBlank(task.getCamundaExpression()))
                .map(task -> diagram.fault(task, "calls no expression: write ${...Tasks." + task.getId() + "(...)}"));
        Stream<Fault> classes = diagram.all(BaseElement.class)
                .filter(PlainModelRules::namesJava)
                .map(element -> diagram.fault(element, "names a Java class or delegate: use an expression"));
        Stream<Fault> async = diagram.all(FlowNode.class)
                .filter(PlainModelRules::isAsync)
                .filter(node -> !Diagram.isDocumented(node))
                .map(node -> diagram.fault(node, "is asynchronous without a documented reason"));
        return Stream.of(hidden, scripts, services, classes, async).flatMap(faults -> faults);
    }

    /** The model does not know async after for event-based gateways and throws when asked for it. */
    private static boolean isAsync(FlowNode node) {
        return node.isCamundaAsyncBefore() || !(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter();
    }

    private static boolean namesJava(BaseElement element) {
        return Stream.of("class", "delegateExpression", "type", "topic", "variableMappingClass", "formHandlerClass")
                .anyMatch(name -> element.getAttributeValueNs(CAMUNDA, name) != null);
    }

    private static BaseElement owner(ModelElementInstance element) {
        ModelElementInstance parent = element.getParentElement();
        return parent instanceof BaseElement base && base.getId() != null ? base : owner(parent);
    }
}
