package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.sub.task.impl.TaskResourceImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@EngineTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalTests {

    @Autowired
    ProcessEngine engine;

    @Test
    void aRefusalReachesThePersonAsASentence() {
        RestException answer =
                catchThrowableOfType(RestException.class, () -> submit(taskBefore("${absenceTasks.refuse()}")));

        assertThat(answer.getStatus().getStatusCode()).isEqualTo(400);
        assertThat(answer).hasMessageEndingWith(": Choose a reason first.");
    }

    @Test
    void aRefusalLeavesTheTaskOpen() {
        String task = taskBefore("${absenceTasks.refuse()}");

        catchThrowableOfType(RestException.class, () -> submit(task));

        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isOne();
    }

    @Test
    void aRefusalIsNoErrorInTheLog(CapturedOutput log) {
        String task = taskBefore("${absenceTasks.refuse()}");

        catchThrowableOfType(RestException.class, () -> submit(task));

        assertThat(log).doesNotContain("ERROR", "Choose a reason first.");
    }

    @Test
    void aFaultIsStillAnErrorInTheLog(CapturedOutput log) {
        String task = taskBefore("${absenceTasks.fail()}");

        assertThatThrownBy(() -> engine.getTaskService().complete(task)).isInstanceOf(ProcessEngineException.class);

        assertThat(log).contains("ERROR", "a fault, not an answer");
    }

    private String taskBefore(String step) {
        Diagram.afterTask(step).deploy(engine.getRepositoryService());
        String instance =
                engine.getRuntimeService().startProcessInstanceByKey("probe").getId();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void submit(String task) {
        new TaskResourceImpl(engine, task, "/", new ObjectMapper(), false, false, false).submit(new CompleteTaskDto());
    }
}
