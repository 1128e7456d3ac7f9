package io.leadbaton.engine.rules;

import io.leadbaton.policy.PolicyFiles;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** Reads the tables of a policy. */
final class DecisionFiles {

    private DecisionFiles() {}

    static Set<String> ids(PolicyFiles files) {
        return files.names(".dmn").stream()
                .flatMap(file -> readable(files, file))
                .map(Decision::getId)
                .collect(Collectors.toSet());
    }

    private static Stream<Decision> readable(PolicyFiles files, String file) {
        try {
            return decisions(files, file).stream();
        } catch (ModelException e) {
            return Stream.empty();
        }
    }

    static Collection<Decision> decisions(PolicyFiles files, String file) {
        return Dmn.readModelFromStream(files.open(file)).getModelElementsByType(Decision.class);
    }
}
