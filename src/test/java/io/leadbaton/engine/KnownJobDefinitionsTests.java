package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class KnownJobDefinitionsTests {

    private static final String WAITING = """
            <intermediateCatchEvent id="step">
              <timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>
            </intermediateCatchEvent>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void timersOfASuspendedKindAreSuspendedAndTakeThePriorityTheirKindWasGiven() {
        new Diagram(WAITING).deploy(repository);
        String active = start();
        assertThat(isSuspended(active)).isFalse();
        String kind = management
                .createJobQuery()
                .processInstanceId(active)
                .singleResult()
                .getJobDefinitionId();

        management.suspendJobDefinitionById(kind);
        await().atMost(Duration.ofSeconds(3)).until(() -> isSuspended(start()));

        management.activateJobDefinitionById(kind);
        assertThat(isSuspended(start())).isFalse();

        management.setOverridingJobPriorityForJobDefinition(kind, 7);
        await().atMost(Duration.ofSeconds(3)).until(() -> priority(start()) == 7);
    }

    private String start() {
        return runtime.startProcessInstanceByKey("probe").getId();
    }

    private boolean isSuspended(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .isSuspended();
    }

    private long priority(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getPriority();
    }
}
