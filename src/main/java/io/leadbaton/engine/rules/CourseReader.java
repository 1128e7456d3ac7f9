package io.leadbaton.engine.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.leadbaton.engine.rules.Node.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads from a diagram how a lead goes through it. */
final class CourseReader {

    private final Diagram diagram;
    private final Map<String, List<String>> attached;

    private CourseReader(Diagram diagram) {
        this.diagram = diagram;
        this.attached = diagram.all(BoundaryEvent.class)
                .filter(event -> event.getAttachedTo() != null)
                .collect(groupingBy(event -> event.getAttachedTo().getId(), mapping(BoundaryEvent::getId, toList())));
    }

    /** The processes of a diagram by their ids. */
    static Map<String, Course> read(Diagram diagram, AskingTimers timers) {
        CourseReader reader = new CourseReader(diagram);
        Map<String, Node> nodes = new HashMap<>();
        diagram.all(FlowNode.class).forEach(drawn -> nodes.put(drawn.getId(), reader.node(drawn)));
        Map<String, Course> courses = new HashMap<>();
        diagram.all(Process.class)
                .forEach(process -> courses.put(
                        process.getId(), new Course(starts(process), handlers(process), nodes, timers.of(diagram))));
        return courses;
    }

    private Node node(FlowNode drawn) {
        return new Node(
                diagram.file(),
                drawn.getId(),
                kind(drawn),
                drawn.getOutgoing().stream()
                        .filter(flow -> flow.getTarget() != null)
                        .map(flow -> way(flow, otherwise(drawn)))
                        .toList(),
                attached.getOrDefault(drawn.getId(), List.of()),
                starts(drawn),
                handlers(drawn),
                AskingTimers.interrupts(drawn),
                drawn instanceof ServiceTask task ? Objects.requireNonNullElse(task.getCamundaExpression(), "") : "",
                result(drawn),
                message(drawn),
                drawn instanceof CallActivity call ? call.getCalledElement() : null,
                Handed.of(drawn));
    }

    private static Kind kind(FlowNode drawn) {
        if (drawn instanceof UserTask || drawn instanceof ReceiveTask) {
            return Kind.WAIT;
        }
        if (drawn instanceof IntermediateCatchEvent) {
            return isChosen(drawn) ? Kind.PASS : Kind.WAIT;
        }
        if (drawn instanceof EventBasedGateway) {
            return Kind.EVENTS;
        }
        if (drawn instanceof ExclusiveGateway) {
            return Kind.DECISION;
        }
        if (drawn instanceof CallActivity) {
            return Kind.CALL;
        }
        return drawn instanceof SubProcess ? Kind.SCOPE : Kind.PASS;
    }

    /** The gateway before it waits for it. */
    private static boolean isChosen(FlowNode event) {
        return event.getIncoming().stream().anyMatch(flow -> flow.getSource() instanceof EventBasedGateway);
    }

    private static Node.Way way(SequenceFlow flow, @Nullable SequenceFlow otherwise) {
        String condition = flow.getConditionExpression() == null
                ? null
                : flow.getConditionExpression().getTextContent().strip();
        return new Node.Way(flow.getTarget().getId(), condition, flow.equals(otherwise));
    }

    private static @Nullable SequenceFlow otherwise(FlowNode drawn) {
        if (drawn instanceof ExclusiveGateway exclusive) {
            return exclusive.getDefault();
        }
        return drawn instanceof InclusiveGateway inclusive ? inclusive.getDefault() : null;
    }

    private static List<String> starts(ModelElementInstance scope) {
        return scope.getChildElementsByType(StartEvent.class).stream()
                .map(StartEvent::getId)
                .toList();
    }

    private static List<String> handlers(ModelElementInstance scope) {
        return scope.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .map(SubProcess::getId)
                .toList();
    }

    private static @Nullable String result(FlowNode drawn) {
        if (drawn instanceof ServiceTask task) {
            return task.getCamundaResultVariable();
        }
        return drawn instanceof BusinessRuleTask decision ? decision.getCamundaResultVariable() : null;
    }

    private static @Nullable String message(FlowNode drawn) {
        return Stream.concat(
                        drawn.getChildElementsByType(MessageEventDefinition.class).stream()
                                .map(MessageEventDefinition::getMessage),
                        Stream.ofNullable(drawn instanceof ReceiveTask task ? task.getMessage() : null))
                .filter(Objects::nonNull)
                .map(Message::getName)
                .findFirst()
                .orElse(null);
    }
}
