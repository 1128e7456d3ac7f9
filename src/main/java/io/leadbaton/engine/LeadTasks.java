package io.leadbaton.engine;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Finds the open tasks of a lead, whoever they belong to, by a plain query: the engine's own takes longer to write than to run. A
 * task whose place ends with the step that asks is open no longer, also one that somebody else's step has only just made there.
 */
@Component("leadTasks")
class LeadTasks implements Function<String, List<Task>> {

    private static final String TASKS = """
            select t.* from camunda.act_ru_task t join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
            where e.business_key_ = #{lead}
            """;

    private final TaskService tasks;

    LeadTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Task> apply(String leadId) {
        return tasks.createNativeTaskQuery().sql(TASKS).parameter("lead", leadId).list().stream()
                .filter(task -> CurrentStep.leaves(TaskEntity.class, task.getId())
                        && CurrentStep.leavesPlace(task.getExecutionId()))
                .toList();
    }
}
