package io.leadbaton.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the refused start as its sentence, without a stack trace. */
final class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<DatabaseRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseRefused refused) {
        return new FailureAnalysis(refused.getMessage(), null, refused);
    }
}
