package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class SparedQuestionsTests {

    private static final String FAILING = """
            <intermediateCatchEvent id="step">
              <timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>
            </intermediateCatchEvent>
            <sequenceFlow id="toFail" sourceRef="step" targetRef="fail"/>
            <serviceTask id="fail" camunda:expression="${broken ? absenceTasks.fail() : absenceTasks.note('done')}"/>
            <sequenceFlow id="toWait" sourceRef="fail" targetRef="wait"/>
            <userTask id="wait"/>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    /** Others look at what the engine has stored in all. */
    @AfterEach
    void leavesNothingBehind() {
        runtime.createProcessInstanceQuery().list().stream()
                .map(ProcessInstance::getId)
                .forEach(instance -> runtime.deleteProcessInstance(instance, "tested"));
    }

    @Test
    void anIncidentEndsWithItsJobAlsoWhenTriesWereGivenBackInBulk() {
        new Diagram(FAILING).deploy(repository);
        String instance = runtime.startProcessInstanceByKey("probe", Map.of("broken", true))
                .getId();
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();
        assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
        management.setJobRetries(job.getId(), 1);
        assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
        assertThat(incidents(instance)).isOne();

        runtime.setVariable(instance, "broken", false);
        management.setJobRetriesByJobDefinitionId(job.getJobDefinitionId(), 1);
        management.executeJob(job.getId());

        assertThat(incidents(instance)).isZero();
    }

    private long incidents(String instance) {
        return runtime.createIncidentQuery().processInstanceId(instance).count();
    }
}
