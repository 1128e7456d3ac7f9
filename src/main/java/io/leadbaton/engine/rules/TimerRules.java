package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Every deadline says why it is there, and asks a table or the application for its date. */
final class TimerRules {

    private TimerRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        return diagram.all(FlowNode.class).filter(Diagram::hasTimer).flatMap(event -> timer(diagram, event));
    }

    private static Stream<Fault> timer(Diagram diagram, FlowNode event) {
        Stream.Builder<Fault> faults = Stream.builder();
        if (!Diagram.isDocumented(event)) {
            faults.add(diagram.fault(event, "is a timer without a documented reason"));
        }
        for (TimerEventDefinition timer : event.getChildElementsByType(TimerEventDefinition.class)) {
            if (timer.getTimeDate() == null) {
                faults.add(
                        diagram.fault(event, "needs a date (timeDate): a repetition or a length is decided elsewhere"));
            } else if (!timer.getTimeDate().getTextContent().strip().startsWith("${")) {
                faults.add(diagram.fault(event, "has a fixed time: ask for it, as in ${sla.firstMark(leadId, '...')}"));
            }
        }
        return faults.build();
    }
}
