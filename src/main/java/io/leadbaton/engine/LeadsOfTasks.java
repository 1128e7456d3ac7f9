package io.leadbaton.engine;

import io.leadbaton.LeadTask;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Names the leads that tasks are about; tasks that the person who asks may not see are left out, as are those about no lead. */
@Component("leadsOfTasks")
class LeadsOfTasks implements Function<Collection<String>, List<LeadTask>> {

    private final IdentityService identity;
    private final TaskService tasks;
    private final RuntimeService runtime;

    LeadsOfTasks(IdentityService identity, TaskService tasks, RuntimeService runtime) {
        this.identity = identity;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public List<LeadTask> apply(Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        List<Task> visible = visible(taskIds);
        Map<String, String> leads = leads(visible);
        return visible.stream()
                .flatMap(task -> Optional.ofNullable(leads.get(task.getProcessInstanceId()))
                        .map(lead -> new LeadTask(task.getId(), lead, dueOf(task)))
                        .stream())
                .toList();
    }

    private static @Nullable Instant dueOf(Task task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant();
    }

    private List<Task> visible(Collection<String> taskIds) {
        String user = SecurityContextHolder.getContext().getAuthentication().getName();
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(group -> group.getId())
                        .toList());
        try {
            return tasks.createTaskQuery()
                    .taskIdIn(taskIds.toArray(String[]::new))
                    .listPage(0, taskIds.size());
        } finally {
            identity.clearAuthentication();
        }
    }

    private Map<String, String> leads(List<Task> visible) {
        Set<String> instances = visible.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
