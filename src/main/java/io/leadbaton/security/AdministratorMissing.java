package io.leadbaton.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Nobody could look after this installation, so it does not start. */
class AdministratorMissing extends RuntimeException {

    AdministratorMissing() {
        super("There is no administrator yet, and the service does not make one with a password everybody knows.");
    }

    static class Report extends AbstractFailureAnalyzer<AdministratorMissing> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, AdministratorMissing cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set LEADBATON_ADMIN_PASSWORD for the first start, then log in as the user 'admin'.",
                    cause);
        }
    }
}
