package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Where a way splits, the diagram asks a question, names every answer and knows what to do without one. */
final class GatewayRules {

    private GatewayRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        Stream<Fault> splits = diagram.all(Gateway.class)
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .flatMap(gateway -> question(diagram, gateway));
        Stream<Fault> hidden = diagram.all(Activity.class)
                .flatMap(activity -> activity.getOutgoing().stream())
                .filter(flow -> flow.getConditionExpression() != null)
                .map(flow -> diagram.fault(flow, "decides without a gateway: draw the question"));
        return Stream.concat(splits, hidden);
    }

    private static Stream<Fault> question(Diagram diagram, Gateway gateway) {
        boolean decides = gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
        if (!decides) {
            return Stream.empty();
        }
        Stream.Builder<Fault> faults = Stream.builder();
        if (Diagram.isBlank(gateway.getName()) || !gateway.getName().strip().endsWith("?")) {
            faults.add(diagram.fault(gateway, "splits the way but asks no question (a name that ends with '?')"));
        }
        SequenceFlow otherwise = otherwise(gateway);
        if (otherwise == null) {
            faults.add(diagram.fault(gateway, "has no default flow"));
        }
        gateway.getOutgoing().forEach(flow -> answer(diagram, flow, flow.equals(otherwise), faults));
        return faults.build();
    }

    private static void answer(Diagram diagram, SequenceFlow flow, boolean isDefault, Stream.Builder<Fault> faults) {
        if (Diagram.isBlank(flow.getName())) {
            faults.add(diagram.fault(flow, "answers a question but has no name"));
        }
        if (!isDefault && flow.getConditionExpression() == null) {
            faults.add(diagram.fault(flow, "is never taken: it is neither the default nor has it a condition"));
        }
    }

    private static SequenceFlow otherwise(FlowNode gateway) {
        return gateway instanceof ExclusiveGateway exclusive
                ? exclusive.getDefault()
                : ((InclusiveGateway) gateway).getDefault();
    }
}
