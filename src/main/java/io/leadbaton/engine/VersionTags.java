package io.leadbaton.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Shows in Cockpit which policy a process or a table belongs to: the name of its deployment is its version tag, unless its file has
 * a tag of its own. The files, and so their hash, stay as they are.
 */
class VersionTags implements Deployer {

    /** As long as the engine lets a version tag be. */
    private static final int LONGEST = 64;

    /** Runs behind the engine's own deployers, which do the same when they read a stored definition again. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        String name = deployment.getName();
        if (name == null || name.length() > LONGEST || deployment.getDeployedArtifacts() == null) {
            return;
        }
        for (ProcessDefinitionEntity process : made(deployment, ProcessDefinitionEntity.class)) {
            process.setVersionTag(Objects.requireNonNullElse(process.getVersionTag(), name));
        }
        for (DecisionDefinitionEntity table : made(deployment, DecisionDefinitionEntity.class)) {
            table.setVersionTag(Objects.requireNonNullElse(table.getVersionTag(), name));
        }
    }

    private static <T> List<T> made(DeploymentEntity deployment, Class<T> kind) {
        return Objects.requireNonNullElse(deployment.getDeployedArtifacts(kind), List.of());
    }
}
