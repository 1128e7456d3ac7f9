package io.leadbaton.engine.rules;

import static java.util.stream.Collectors.joining;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.EndsLoops;
import io.leadbaton.policy.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A way that leads back comes past a wait, or the engine would run in a circle for ever. */
final class LoopRules {

    private final Diagram diagram;
    private final Library library;
    private final Set<FlowNode> done = new HashSet<>();
    private final List<FlowNode> way = new ArrayList<>();

    private LoopRules(Diagram diagram, Library library) {
        this.diagram = diagram;
        this.library = library;
    }

    static Stream<Fault> faults(Diagram diagram, Library library) {
        LoopRules rules = new LoopRules(diagram, library);
        return diagram.all(FlowNode.class).flatMap(node -> rules.circle(node).stream());
    }

    /** Follows the ways on from a node that was not looked at yet; each circle is told once. */
    private Optional<Fault> circle(FlowNode node) {
        int before = way.indexOf(node);
        if (before >= 0) {
            return Optional.of(endless(way.subList(before, way.size())));
        }
        if (done.contains(node) || stops(node)) {
            return Optional.empty();
        }
        way.add(node);
        Optional<Fault> found =
                diagram.onward(node).flatMap(then -> circle(then).stream()).findFirst();
        way.remove(node);
        done.add(node);
        return found;
    }

    private Fault endless(List<FlowNode> circle) {
        String ids = circle.stream().map(FlowNode::getId).collect(joining(", "));
        return diagram.fault(
                circle.get(circle.size() - 1),
                "leads back without a wait, so that a lead would run in a circle for ever (" + ids
                        + "): draw a task, a timer or a message into it");
    }

    private boolean stops(FlowNode node) {
        return waits(node, library) || node instanceof ServiceTask step && endsLoops(step);
    }

    private boolean endsLoops(ServiceTask step) {
        String expression = step.getCamundaExpression();
        List<Call> calls = expression == null ? List.of() : Expressions.calls(expression);
        return calls.stream()
                .flatMap(call -> library.seam().method(call).stream())
                .anyMatch(method -> method.isAnnotationPresent(EndsLoops.class));
    }

    private static boolean waits(FlowNode node, Library library) {
        return waits(node, library, new HashSet<>());
    }

    private static boolean waits(FlowNode node, Library library, Set<String> called) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof CatchEvent event && waitsForTimeOrMessage(event)
                || node instanceof CallActivity call && calledWaits(call, library, called)
                || node instanceof SubProcess scope
                        && scope.getChildElementsByType(FlowNode.class).stream()
                                .anyMatch(inner -> waits(inner, library, called));
    }

    private static boolean waitsForTimeOrMessage(CatchEvent event) {
        return Diagram.hasTimer(event)
                || !event.getChildElementsByType(MessageEventDefinition.class).isEmpty();
    }

    /** A process that calls itself is looked at once; one that is missing is told as missing. */
    private static boolean calledWaits(CallActivity call, Library library, Set<String> called) {
        if (!called.add(String.valueOf(call.getCalledElement()))) {
            return false;
        }
        List<Diagram> diagrams = library.diagrams().stream()
                .filter(other -> other.processIds().anyMatch(id -> id.equals(call.getCalledElement())))
                .toList();
        return diagrams.isEmpty()
                || diagrams.stream()
                        .flatMap(other -> other.all(FlowNode.class))
                        .anyMatch(node -> waits(node, library, called));
    }
}
