package io.leadbaton.engine;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Names the lead a task is about, if the person who asks may see that task. */
@Component("leadOfTask")
class LeadOfTask implements Function<String, Optional<String>> {

    private final IdentityService identity;
    private final TaskService tasks;
    private final RuntimeService runtime;

    LeadOfTask(IdentityService identity, TaskService tasks, RuntimeService runtime) {
        this.identity = identity;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public Optional<String> apply(String taskId) {
        return Optional.ofNullable(visible(taskId)).map(this::lead);
    }

    private Task visible(String taskId) {
        String user = SecurityContextHolder.getContext().getAuthentication().getName();
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(group -> group.getId())
                        .toList());
        try {
            return tasks.createTaskQuery().taskId(taskId).singleResult();
        } finally {
            identity.clearAuthentication();
        }
    }

    private String lead(Task task) {
        return (String) runtime.getVariable(task.getExecutionId(), "leadId");
    }
}
