package io.leadbaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all scenarios: each end, boundary event and default flow of every diagram was visited by one of them. */
@Order(Integer.MAX_VALUE)
class ModelCoverageTests {

    @Test
    void leavesNoEndNoBoundaryEventAndNoDefaultFlowUntried() throws Exception {
        Set<String> visited = VisitedModels.visited();
        assumeTrue(visited.contains("lifecycle/leadLost"), "The scenarios did not run: this test only follows them.");

        Set<String> untried = new TreeSet<>();
        try (DirectoryStream<Path> models = Files.newDirectoryStream(Path.of("processes"), "*.bpmn")) {
            models.forEach(model -> untried.addAll(toVisit(Bpmn.readModelFromFile(model.toFile()))));
        }
        untried.removeAll(visited);

        assertThat(untried).isEmpty();
    }

    private static Set<String> toVisit(BpmnModelInstance model) {
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        Set<String> all = new TreeSet<>();
        Stream.of(
                        model.getModelElementsByType(EndEvent.class).stream().map(FlowElement::getId),
                        model.getModelElementsByType(BoundaryEvent.class).stream()
                                .map(FlowElement::getId),
                        model.getModelElementsByType(ExclusiveGateway.class).stream()
                                .map(ExclusiveGateway::getDefault)
                                .filter(Objects::nonNull)
                                .map(SequenceFlow::getId))
                .flatMap(ids -> ids)
                .forEach(id -> all.add(process + "/" + id));
        return all;
    }
}
