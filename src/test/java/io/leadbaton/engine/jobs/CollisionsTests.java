package io.leadbaton.engine.jobs;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@LeadbatonTest
@ExtendWith(OutputCaptureExtension.class)
class CollisionsTests {

    @Autowired
    Scenario scenario;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void repeatAStepThatLeavesAPlaceToWhichAnotherStepHasMovedAProcess(CapturedOutput log) {
        Job timer = scenario.timer(scenario.arrives(aCaller()), "firstResponseDue");
        AtomicInteger tries = new AtomicInteger();

        engine.getCommandExecutorTxRequired().execute(context -> {
            if (tries.incrementAndGet() == 1) {
                // Others still belong to it.
                context.getDbEntityManager()
                        .delete(context.getExecutionManager().findExecutionById(timer.getRootProcessInstanceId()));
            }
            return null;
        });

        assertThat(tries).hasValue(2);
        assertThat(log).doesNotContain("WARN", "ERROR");
    }
}
