package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What runs is drawn, ways lead somewhere, and a diagram stays small enough for one screen. */
final class ShapeRules {

    private static final int NODES_ON_ONE_LEVEL = 30;

    private ShapeRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        Stream<Fault> nodes = diagram.all(FlowNode.class)
                .filter(node -> node.getDiagramElement() == null)
                .map(node -> diagram.fault(node, "is not drawn (no shape)"));
        Stream<Fault> flows = diagram.all(SequenceFlow.class)
                .filter(flow -> flow.getDiagramElement() == null)
                .map(flow -> diagram.fault(flow, "is not drawn (no edge)"));
        Set<FlowNode> beside = WaitRules.besideTheWork(diagram);
        Stream<Fault> deadEnds = diagram.all(FlowNode.class)
                .filter(node -> leadsNowhere(node) && !beside.contains(node))
                .map(node -> diagram.fault(node, "leads nowhere: draw the end of this way"));
        Stream<Fault> crowds = Stream.concat(diagram.all(Process.class), diagram.all(SubProcess.class))
                .filter(level -> nodesOn(level) > NODES_ON_ONE_LEVEL)
                .map(level -> diagram.fault(
                        level,
                        "has " + nodesOn(level) + " nodes, more than fit one screen: call a process of its own"));
        return Stream.of(nodes, flows, deadEnds, crowds).flatMap(faults -> faults);
    }

    private static boolean leadsNowhere(FlowNode node) {
        boolean eventSubProcess = node instanceof SubProcess scope && scope.triggeredByEvent();
        return node.getOutgoing().isEmpty() && !(node instanceof EndEvent) && !eventSubProcess;
    }

    private static int nodesOn(ModelElementInstance level) {
        return level.getChildElementsByType(FlowNode.class).size();
    }
}
