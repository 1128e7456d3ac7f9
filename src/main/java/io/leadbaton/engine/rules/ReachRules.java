package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Tells what was drawn and is never reached. */
final class ReachRules {

    private ReachRules() {}

    static Stream<Fault> doubts(Diagram diagram, Library library) {
        Set<FlowNode> reached = reached(diagram);
        return diagram.all(FlowNode.class)
                .filter(node -> !reached.contains(node))
                .filter(node -> node.getIncoming().stream().noneMatch(flow -> !reached.contains(flow.getSource())))
                .map(node -> diagram.fault(node, "is never reached: no way leads there"));
    }

    private static Set<FlowNode> reached(Diagram diagram) {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        diagram.all(FlowNode.class)
                .filter(ReachRules::begins)
                .filter(reached::add)
                .forEach(open::add);
        while (!open.isEmpty()) {
            diagram.onward(open.remove()).filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private static boolean begins(FlowNode node) {
        return node instanceof StartEvent
                || node instanceof SubProcess scope && scope.triggeredByEvent()
                || node instanceof IntermediateCatchEvent event
                        && !event.getChildElementsByType(LinkEventDefinition.class)
                                .isEmpty();
    }
}
