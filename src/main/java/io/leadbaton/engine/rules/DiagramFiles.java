package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;

/**
 * The diagrams of a policy with what they refer to, read once.
 *
 * @param faults of files that cannot be read, or that repeat another
 */
record DiagramFiles(
        String hash,
        List<Diagram> diagrams,
        Set<String> decisions,
        Map<String, Form> forms,
        List<Fault> faults,
        boolean areAllReadable) {

    static DiagramFiles of(PolicyFiles files) {
        List<Fault> faults = new ArrayList<>();
        List<Diagram> diagrams = new ArrayList<>();
        for (String file : files.names(".bpmn")) {
            try {
                diagrams.add(new Diagram(file, Bpmn.readModelFromStream(files.open(file))));
            } catch (ModelException e) {
                faults.add(new Fault(file, null, Unreadable.reason(e)));
            }
        }
        Set<String> decisions = DecisionFiles.ids(files);
        Map<String, Form> forms = FormChecks.forms(files);
        boolean readable = faults.isEmpty()
                && forms.size() == files.names(".form").size()
                && files.names(".dmn").stream().map(Diagram::stem).allMatch(decisions::contains);
        faults.addAll(withoutCopies(diagrams));
        return new DiagramFiles(files.hash(), diagrams, decisions, forms, faults, readable);
    }

    /** The file named like the process is the original; what is wrong with a copy is told once. */
    private static List<Fault> withoutCopies(List<Diagram> diagrams) {
        Map<String, Diagram> originals = new HashMap<>();
        diagrams.forEach(diagram -> diagram.processIds()
                .forEach(id -> originals.merge(
                        id, diagram, (one, other) -> other.stem().equals(id) ? other : one)));
        List<Fault> faults = new ArrayList<>();
        diagrams.removeIf(diagram -> originalOf(diagram, originals)
                .map(original -> faults.add(new Fault(
                        diagram.file(),
                        null,
                        "holds the process of %s too: delete this file, or give its process an id of its own"
                                .formatted(original.file()))))
                .orElse(false));
        return faults;
    }

    private static Optional<Diagram> originalOf(Diagram diagram, Map<String, Diagram> originals) {
        return diagram.processIds()
                .flatMap(id -> Optional.ofNullable(originals.get(id)).stream())
                .filter(original -> !original.equals(diagram))
                .findFirst();
    }

    Library library(Seam seam, Words words) {
        return new Library(diagrams, decisions, forms, seam, words);
    }
}
