package io.leadbaton.engine;

import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Asks the diagram anew for the due dates of a lead's open tasks; the engine itself asks only once, when a task is made. */
@Component("taskDates")
class TaskDates implements Consumer<String> {

    private static final String TASKS = """
            select t.* from camunda.act_ru_task t join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
            where e.business_key_ = #{lead}
            """;

    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;

    TaskDates(TaskService tasks, ProcessEngine engine) {
        this.tasks = tasks;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public void accept(String leadId) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            List<Task> open = tasks.createNativeTaskQuery()
                    .sql(TASKS)
                    .parameter("lead", leadId)
                    .list();
            open.forEach(task -> askAnew((TaskEntity) task));
            return null;
        });
    }

    private static void askAnew(TaskEntity task) {
        Expression dueDate = task.getTaskDefinition().getDueDateExpression();
        if (dueDate == null) {
            return;
        }
        Object answer = dueDate.getValue(task.getExecution());
        if (answer == null || answer instanceof Date) {
            task.setDueDate((Date) answer);
        }
    }
}
