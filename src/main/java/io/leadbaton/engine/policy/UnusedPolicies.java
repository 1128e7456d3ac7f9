package io.leadbaton.engine.policy;

import io.leadbaton.policy.PolicyVersions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes replaced versions under which no lead ever started, so that an afternoon of edits leaves a handful of versions. */
@Component
class UnusedPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedPolicies.class);

    private final PolicyVersions versions;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;

    UnusedPolicies(
            PolicyVersions versions,
            RepositoryService repository,
            RuntimeService runtime,
            TransactionTemplate transaction) {
        this.versions = versions;
        this.repository = repository;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    void delete() {
        versions.replacedUnused().stream().filter(this::runsNothing).forEach(this::delete);
    }

    private boolean runsNothing(String deploymentId) {
        return runtime.createProcessInstanceQuery().deploymentId(deploymentId).count() == 0;
    }

    /** An instance that begins meanwhile wins: its foreign key on the definition keeps the deployment. */
    private void delete(String deploymentId) {
        try {
            transaction.executeWithoutResult(status -> {
                repository.deleteDeployment(deploymentId);
                versions.remove(deploymentId);
            });
        } catch (ProcessEngineException e) {
            LOG.info("Policy deployment {} stays, something runs on it: {}", deploymentId, e.getMessage());
        }
    }
}
