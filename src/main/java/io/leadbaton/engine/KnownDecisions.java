package io.leadbaton.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Remembers which table a deployment holds under a name, which never changes, instead of asking the database at every decision. */
class KnownDecisions implements SessionFactory {

    private final Map<Name, DecisionDefinitionEntity> known = new ConcurrentHashMap<>();

    private record Name(String deployment, String key) {}

    @Override
    public Class<?> getSessionType() {
        return DecisionDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new DecisionDefinitionManager() {
            @Override
            public @Nullable DecisionDefinitionEntity findDecisionDefinitionByDeploymentAndKey(
                    String deployment, String key) {
                return known.computeIfAbsent(
                        new Name(deployment, key),
                        name -> super.findDecisionDefinitionByDeploymentAndKey(deployment, key));
            }
        };
    }
}
