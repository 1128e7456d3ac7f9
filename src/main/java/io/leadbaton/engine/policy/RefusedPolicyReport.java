package io.leadbaton.engine.policy;

import io.leadbaton.policy.PolicyRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a first start on a broken policy with the list of faults instead of a stack trace. */
class RefusedPolicyReport extends AbstractFailureAnalyzer<PolicyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable start, PolicyRefused refusal) {
        return new FailureAnalysis(
                refusal.getMessage(),
                "Correct the files in processes/ and forms/ and start again. Nothing was deployed.",
                refusal);
    }
}
