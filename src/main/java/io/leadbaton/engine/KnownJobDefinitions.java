package io.leadbaton.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a second what is said about a timer of a diagram. Every timer that is set asks whether somebody has suspended its kind,
 * or gave it another priority, which happens a few times a year.
 */
class KnownJobDefinitions implements SessionFactory {

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(JobDefinitionEntity definition, long until) {

        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }

    @Override
    public Class<?> getSessionType() {
        return JobDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new JobDefinitionManager() {
            @Override
            public @Nullable JobDefinitionEntity findById(String id) {
                DbEntityManager step = Context.getCommandContext().getDbEntityManager();
                Known seen = known.get(id);
                if (seen == null || !seen.isFresh() || step.getCachedEntity(JobDefinitionEntity.class, id) != null) {
                    return read(id);
                }
                return attached(seen.definition(), step);
            }

            private @Nullable JobDefinitionEntity read(String id) {
                JobDefinitionEntity found = super.findById(id);
                if (found != null) {
                    known.put(id, new Known(copy(found), System.nanoTime() + FRESH_NANOS));
                }
                return found;
            }
        };
    }

    /** As if it had been read: whoever changes it is told when somebody else did so before. */
    private static JobDefinitionEntity attached(JobDefinitionEntity seen, DbEntityManager step) {
        JobDefinitionEntity own = copy(seen);
        step.getDbEntityCache().putPersistent(own);
        return own;
    }

    private static JobDefinitionEntity copy(JobDefinitionEntity original) {
        JobDefinitionEntity copy = new JobDefinitionEntity();
        copy.setId(original.getId());
        copy.setRevision(original.getRevision());
        copy.setProcessDefinitionId(original.getProcessDefinitionId());
        copy.setProcessDefinitionKey(original.getProcessDefinitionKey());
        copy.setActivityId(original.getActivityId());
        copy.setJobType(original.getJobType());
        copy.setJobConfiguration(original.getJobConfiguration());
        copy.setSuspensionState(original.getSuspensionState());
        copy.setJobPriority(original.getOverridingJobPriority());
        copy.setTenantId(original.getTenantId());
        copy.setDeploymentId(original.getDeploymentId());
        return copy;
    }
}
