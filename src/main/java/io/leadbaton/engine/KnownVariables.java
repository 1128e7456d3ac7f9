package io.leadbaton.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads the variables of a process instance in one go when a step first needs one of them. The engine alone asks for each place of the
 * instance, and for single names, with a query of three tables each.
 */
class KnownVariables implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return VariableInstanceManager.class;
    }

    @Override
    public Session openSession() {
        return new OfWholeInstances();
    }

    /** Lives as long as one command of the engine. */
    private static final class OfWholeInstances extends VariableInstanceManager {

        private final Map<String, List<VariableInstanceEntity>> known = new HashMap<>();

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
                String executionId, @Nullable Collection<String> names) {
            ExecutionEntity place = Context.getCommandContext()
                    .getDbEntityManager()
                    .getCachedEntity(ExecutionEntity.class, executionId);
            return place == null
                    ? super.findVariableInstancesByExecutionIdAndVariableNames(executionId, names)
                    : ofInstance(place.getProcessInstanceId()).stream()
                            .filter(variable -> executionId.equals(variable.getExecutionId()))
                            .filter(variable -> variable.getTaskId() == null)
                            .filter(variable -> names == null || names.isEmpty() || names.contains(variable.getName()))
                            .toList();
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
            TaskEntity task =
                    Context.getCommandContext().getDbEntityManager().getCachedEntity(TaskEntity.class, taskId);
            List<VariableInstanceEntity> all = task == null ? null : known.get(task.getProcessInstanceId());
            return all == null
                    ? super.findVariableInstancesByTaskId(taskId)
                    : all.stream()
                            .filter(variable -> taskId.equals(variable.getTaskId()))
                            .toList();
        }

        private List<VariableInstanceEntity> ofInstance(String processInstance) {
            return known.computeIfAbsent(processInstance, this::findVariableInstancesByProcessInstanceId);
        }
    }
}
