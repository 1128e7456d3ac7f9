package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A branch beside the work never waits: it would keep the work's scope open after the work is done. */
final class WaitRules {

    private WaitRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        return diagram.all(BoundaryEvent.class)
                .filter(event -> !event.cancelActivity())
                .flatMap(event -> after(event).stream()
                        .filter(WaitRules::waits)
                        .map(node -> diagram.fault(
                                node,
                                "waits on the branch of '" + event.getId() + "', which must run through at once")));
    }

    /** Nodes on branches that run beside the work and then simply end. */
    static Set<FlowNode> besideTheWork(Diagram diagram) {
        return diagram.all(BoundaryEvent.class)
                .filter(event -> !event.cancelActivity())
                .flatMap(event -> after(event).stream())
                .collect(Collectors.toSet());
    }

    /** Everything on the ways behind a node. */
    static Set<FlowNode> after(FlowNode start) {
        Set<FlowNode> seen = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            Diagram.next(open.remove()).filter(seen::add).forEach(open::add);
        }
        return seen;
    }

    static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway
                || node instanceof CallActivity
                || node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter()
                || node instanceof SubProcess scope
                        && scope.getChildElementsByType(FlowNode.class).stream().anyMatch(WaitRules::waits);
    }
}
