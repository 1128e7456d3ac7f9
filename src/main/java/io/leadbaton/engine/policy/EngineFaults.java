package io.leadbaton.engine.policy;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyFiles;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;

/** Says in our words what the engine's parser complains about. */
final class EngineFaults {

    private EngineFaults() {}

    static Fault of(ProcessEngineException refusal, PolicyFiles files) {
        String message = String.valueOf(refusal.getMessage());
        return files.contents().keySet().stream()
                .filter(message::contains)
                .map(file -> new Fault(file, null, message))
                .findFirst()
                .orElse(new Fault("processes", null, message));
    }

    static List<Fault> of(String file, ParseException refusal) {
        Stream<Problem> problems = refusal.getResorceReports().stream()
                .map(ResourceReport::getErrors)
                .flatMap(List::stream);
        return problems.map(problem -> fault(file, problem)).toList();
    }

    private static Fault fault(String file, Problem problem) {
        return new Fault(file, problem.getMainElementId(), problem.getMessage() + " (line " + problem.getLine() + ")");
    }
}
