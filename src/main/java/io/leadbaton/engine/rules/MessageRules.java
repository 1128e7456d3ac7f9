package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.Suggestion;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** A message is awaited by one process only, the application sends it, and none starts a process. */
final class MessageRules {

    private MessageRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        Stream<Fault> events = diagram.all(CatchEvent.class)
                .flatMap(event -> event.getChildElementsByType(MessageEventDefinition.class).stream()
                        .flatMap(definition -> awaited(diagram, library, event, definition.getMessage())));
        Stream<Fault> receivers =
                diagram.all(ReceiveTask.class).flatMap(task -> awaited(diagram, library, task, task.getMessage()));
        return Stream.concat(events, receivers);
    }

    private static Stream<Fault> awaited(Diagram diagram, Library library, BaseElement waiting, Message message) {
        if (message == null || Diagram.isBlank(message.getName())) {
            return Stream.of(diagram.fault(waiting, "waits for a message without a name"));
        }
        Stream.Builder<Fault> faults = Stream.builder();
        String name = message.getName();
        if (waiting instanceof StartEvent && waiting.getParentElement() instanceof Process) {
            faults.add(diagram.fault(waiting, "starts a process by a message: the application starts it"));
        }
        if (!library.seam().messages().contains(name)) {
            faults.add(diagram.fault(
                    waiting,
                    "waits for '%s', a message nobody sends; %s"
                            .formatted(
                                    name,
                                    Suggestion.instead(name, library.seam().messages()))));
        }
        library.diagrams().stream()
                .filter(other -> !other.file().equals(diagram.file()) && awaits(other, name))
                .map(other -> diagram.fault(waiting, "waits for '" + name + "' as " + other.file() + " does"))
                .forEach(faults);
        return faults.build();
    }

    private static boolean awaits(Diagram diagram, String name) {
        Stream<Message> events = diagram.all(CatchEvent.class)
                .flatMap(event -> event.getChildElementsByType(MessageEventDefinition.class).stream())
                .map(MessageEventDefinition::getMessage);
        Stream<Message> receivers = diagram.all(ReceiveTask.class).map(ReceiveTask::getMessage);
        return Stream.concat(events, receivers)
                .filter(Objects::nonNull)
                .anyMatch(message -> name.equals(message.getName()));
    }
}
