package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.stream.Stream;

/** What the application looks for by its id is there. */
final class RequiredRules {

    private RequiredRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        return library.seam().required().stream()
                .filter(required -> required.element() != null)
                .filter(required -> diagram.processIds().anyMatch(required.process()::equals))
                .filter(required -> diagram.model().getModelElementById(required.element()) == null)
                .map(required -> new Fault(
                        diagram.file(),
                        required.element(),
                        "is missing: %s; give the element its id back".formatted(required.use())));
    }

    static Stream<Fault> missingProcesses(Library library) {
        return library.seam().required().stream()
                .filter(required -> required.element() == null)
                .filter(required -> library.diagrams().stream()
                        .noneMatch(diagram -> diagram.processIds().anyMatch(required.process()::equals)))
                .map(required ->
                        new Fault("processes/" + required.process() + ".bpmn", null, "is missing: " + required.use()));
    }
}
