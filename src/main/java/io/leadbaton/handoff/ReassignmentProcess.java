package io.leadbaton.handoff;

import io.leadbaton.lead.LeadId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Tells the processes of a lead that somebody else works it from now on. */
@Component
class ReassignmentProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Consumer<Runnable> inOwnName;

    ReassignmentProcess(
            RuntimeService runtime, TaskService tasks, @Qualifier("inOwnName") Consumer<Runnable> inOwnName) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.inOwnName = inOwnName;
    }

    void ownerChanged(LeadId lead, String owner) {
        inOwnName.accept(
                () -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                        .map(ProcessInstance::getId)
                        .forEach(instance -> pass(instance, owner)));
    }

    private void pass(String instance, String owner) {
        if (runtime.getVariable(instance, "owner") == null) {
            return;
        }
        collideWithTimers(instance);
        runtime.setVariable(instance, "owner", owner);
        tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskAssigned()
                .list()
                .forEach(this::makeAnew);
    }

    /** Looked at before the tasks are: a timer that fires at this very moment has read the old owner, and must not get away with it. */
    private void collideWithTimers(String instance) {
        leaves(runtime.getActivityInstance(instance))
                .flatMap(leaf -> Stream.of(leaf.getExecutionIds()))
                .forEach(execution -> Context.getCommandContext()
                        .getExecutionManager()
                        .findExecutionById(execution)
                        .forceUpdate());
    }

    /** A new assignee alone would leave the old one every right on the task: the engine grants, and never revokes. */
    private void makeAnew(Task task) {
        ActivityInstance held = leaves(runtime.getActivityInstance(task.getProcessInstanceId()))
                .filter(leaf -> List.of(leaf.getExecutionIds()).contains(task.getExecutionId()))
                .findFirst()
                // The task is younger than what was read before: a timer fired meanwhile.
                .orElseThrow(() -> new OptimisticLockingException("The lead moved on while it changed hands"));
        runtime.createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity(held.getActivityId(), held.getParentActivityInstanceId())
                .cancelActivityInstance(held.getId())
                .execute();
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance instance) {
        ActivityInstance[] children = instance.getChildActivityInstances();
        return children.length == 0 ? Stream.of(instance) : Stream.of(children).flatMap(ReassignmentProcess::leaves);
    }
}
