package io.leadbaton.handoff;

import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Answers a task that asks for a rep, in the name of the person who chose. */
@Component
class HandoffProcess {

    private final TaskService tasks;
    private final Consumer<Runnable> inOwnName;

    HandoffProcess(TaskService tasks, @Qualifier("inOwnName") Consumer<Runnable> inOwnName) {
        this.tasks = tasks;
        this.inOwnName = inOwnName;
    }

    void repChosen(String taskId, String rep) {
        inOwnName.accept(() -> tasks.complete(taskId, Map.of("rep", rep)));
    }
}
