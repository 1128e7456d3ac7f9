package io.leadbaton.engine;

import java.util.Date;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Asks the diagram anew for the due dates of a lead's open tasks; the engine itself asks only once, when a task is made. */
@Component("taskDates")
class TaskDates implements Consumer<String> {

    private final LeadTasks tasks;
    private final ProcessEngineConfigurationImpl engine;

    TaskDates(LeadTasks tasks, ProcessEngine engine) {
        this.tasks = tasks;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public void accept(String leadId) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            tasks.apply(leadId).forEach(task -> askAnew((TaskEntity) task));
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
