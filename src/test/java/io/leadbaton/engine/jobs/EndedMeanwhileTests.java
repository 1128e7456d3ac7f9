package io.leadbaton.engine.jobs;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LeadbatonTest
class EndedMeanwhileTests {

    @Autowired
    Scenario scenario;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService processes;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void isACollisionWhenSomebodyElseEndedThePlace() {
        assertThatThrownBy(() -> run(true))
                .isInstanceOf(OptimisticLockingException.class)
                .hasRootCauseMessage("half of it is missing");
    }

    @Test
    void isAFailureAsLongAsTheJobIsThere() {
        assertThatThrownBy(() -> run(false)).isInstanceOf(IllegalStateException.class);
    }

    private void run(boolean endedMeanwhile) {
        Job timer = scenario.timer(scenario.arrives(aCaller()), "firstResponseDue");
        engine.getCommandExecutorTxRequired().execute(new HalfRead(timer.getId(), () -> {
            if (endedMeanwhile) {
                CompletableFuture.runAsync(
                                () -> processes.deleteProcessInstance(timer.getRootProcessInstanceId(), "ended"))
                        .join();
            }
        }));
    }

    /** Reads its job, and then no longer finds what belongs to it. */
    private static final class HalfRead extends ExecuteJobsCmd {

        private static final long serialVersionUID = 1L;
        private final transient Runnable meanwhile;

        HalfRead(String job, Runnable meanwhile) {
            super(job, new JobFailureCollector(job));
            this.meanwhile = meanwhile;
        }

        @Override
        public Void execute(CommandContext context) {
            context.setCurrentJob(context.getJobManager().findJobById(jobId));
            meanwhile.run();
            throw new IllegalStateException("half of it is missing");
        }
    }
}
