package io.leadbaton.engine.policy;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicyPart;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.policy.PolicyVersions;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a policy into force as one atomic deployment, once for all nodes, or refuses it with every fault. */
@Component
@Order(2)
public class PolicyDeployer implements PolicyPart {

    /** As much of a hash as people compare; the pages of leads show as much. */
    private static final int SHORT = 8;

    private final RepositoryService repository;
    private final PolicyVersions versions;
    private final PolicyChecks checks;
    private final TransactionTemplate transaction;

    public PolicyDeployer(
            RepositoryService repository,
            PolicyVersions versions,
            PolicyChecks checks,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.versions = versions;
        this.checks = checks;
        this.transaction = transaction;
    }

    @Override
    public boolean owns(String file) {
        return PolicyFiles.belongs(file);
    }

    @Override
    public boolean serves() {
        return versions.newest().isPresent();
    }

    @Override
    public List<Fault> faults(PolicyFiles files) {
        return files.contents().isEmpty() ? List.of(new Fault("processes", null, "is empty")) : checks.faults(files);
    }

    @Override
    public List<Fault> warnings(PolicyFiles files) {
        return checks.warnings(files);
    }

    /** Answers whether a new version went live; files equal to the live version change nothing. */
    @Override
    public boolean offer(PolicyFiles files, String by) {
        if (isLive(files)) {
            return false;
        }
        List<Fault> faults = faults(files);
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults);
        }
        return Boolean.TRUE.equals(transaction.execute(status -> deployOnce(files, by)));
    }

    private boolean isLive(PolicyFiles files) {
        return versions.newest()
                .filter(live -> live.hash().equals(files.hash()))
                .isPresent();
    }

    private boolean deployOnce(PolicyFiles files, String by) {
        versions.lock();
        if (isLive(files)) {
            return false;
        }
        versions.add(deploy(files), files.hash(), by);
        return true;
    }

    private String deploy(PolicyFiles files) {
        var deployment = repository
                .createDeployment()
                .name("policy " + files.hash().substring(0, SHORT))
                .source("leadbaton");
        files.contents().keySet().forEach(name -> deployment.addInputStream(name, files.open(name)));
        try {
            return deployment.deploy().getId();
        } catch (ProcessEngineException e) {
            if (ExceptionUtils.indexOfType(e, SQLException.class) >= 0) {
                throw e;
            }
            throw new PolicyRefused(List.of(EngineFaults.of(e, files)));
        }
    }
}
