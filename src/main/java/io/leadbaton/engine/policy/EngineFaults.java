package io.leadbaton.engine.policy;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyFiles;
import org.camunda.bpm.engine.ProcessEngineException;

/** Points at the file the engine complains about when it refuses a deployment that passed all checks. */
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
}
