package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Everything has a name a person can say: incidents, reports and running leads are found by it. */
final class NamingRules {

    private static final Pattern GENERATED =
            Pattern.compile("([A-Z]\\w*_[0-9a-z]{6,8}|(Activity|Event|Gateway|Task|Flow|Process|Id)_.*)");

    private NamingRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        Stream<Fault> processes = diagram.all(Process.class).flatMap(process -> process(diagram, process));
        Stream<Fault> elements = diagram.all(FlowElement.class)
                .filter(NamingRules::mattersToReaders)
                .filter(element -> GENERATED.matcher(element.getId()).matches())
                .map(element -> diagram.fault(element, "has a generated id: give it one that a person can say"));
        Stream<Fault> unnamed = diagram.all(FlowNode.class)
                .filter(NamingRules::needsName)
                .filter(node -> Diagram.isBlank(node.getName()))
                .map(node -> diagram.fault(node, "has no name"));
        return Stream.of(processes, elements, unnamed).flatMap(faults -> faults);
    }

    private static Stream<Fault> process(Diagram diagram, Process process) {
        Stream.Builder<Fault> faults = Stream.builder();
        if (!process.getId().equals(diagram.stem())) {
            faults.add(diagram.fault(process, "is not called '" + diagram.stem() + "' as its file says"));
        }
        if (Diagram.isBlank(process.getName())) {
            faults.add(diagram.fault(process, "has no name"));
        }
        if (Diagram.isBlank(process.getCamundaHistoryTimeToLiveString())) {
            faults.add(diagram.fault(process, "does not say how long its history is kept (historyTimeToLive)"));
        }
        return faults.build();
    }

    /** Modeler invents the ids of plain flows; nobody meets them again. */
    private static boolean mattersToReaders(FlowElement element) {
        return !(element instanceof SequenceFlow flow && flow.getConditionExpression() == null);
    }

    /** The two ends of an embedded subprocess say nothing that its own name does not. */
    private static boolean needsName(FlowNode node) {
        boolean plainEnd = node instanceof StartEvent start
                        && start.getEventDefinitions().isEmpty()
                || node instanceof EndEvent end && end.getEventDefinitions().isEmpty();
        return !(node instanceof Gateway) && !(plainEnd && node.getParentElement() instanceof SubProcess);
    }
}
