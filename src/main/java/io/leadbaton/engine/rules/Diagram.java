package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One process as it is drawn, and where to point when something in it is wrong. */
record Diagram(String file, BpmnModelInstance model, Map<Class<?>, List<?>> found) {

    Diagram(String file, BpmnModelInstance model) {
        this(file, model, new ConcurrentHashMap<>());
    }

    /** Looked for once: every rule asks for the same kinds of elements again. */
    @SuppressWarnings("unchecked")
    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return (Stream<T>) found.computeIfAbsent(type, key -> List.copyOf(model.getModelElementsByType(type))).stream();
    }

    Stream<String> processIds() {
        return all(Process.class).map(Process::getId);
    }

    /** The file's stem, which is also the id of what it holds. */
    String stem() {
        return stem(file);
    }

    static String stem(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    Fault fault(BaseElement element, String reason) {
        return new Fault(file, element.getId(), element.getAttributeValue("name"), reason);
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    static boolean isDocumented(BaseElement element) {
        return element.getDocumentations().stream().anyMatch(text -> !isBlank(text.getTextContent()));
    }

    static boolean hasTimer(FlowNode event) {
        return !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    static <T extends ModelElementInstance> Collection<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    /** Where it may go on from a node: along its flows, or by what interrupts it or happens beside it. */
    Stream<FlowNode> onward(FlowNode node) {
        Stream<FlowNode> caught = all(BoundaryEvent.class)
                .filter(event -> node.equals(event.getAttachedTo()))
                .map(event -> event);
        return Stream.concat(next(node), caught);
    }

    static Stream<FlowNode> next(FlowNode node) {
        return node.getOutgoing().stream().map(SequenceFlow::getTarget).filter(Objects::nonNull);
    }
}
