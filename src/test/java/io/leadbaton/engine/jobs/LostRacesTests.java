package io.leadbaton.engine.jobs;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log names jobs that fail, not those that only came second. */
@LeadbatonTest
@ExtendWith(OutputCaptureExtension.class)
class LostRacesTests {

    @Autowired
    Scenario scenario;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MeterRegistry meters;

    @Test
    void aJobThatComesSecondIsCountedAndNoWarning(CapturedOutput log) {
        LeadId lead = scenario.arrives(aCaller());
        Job timer = scenario.timer(lead, "acceptanceDue");
        double before = lost();

        run(
                timer,
                () -> CompletableFuture.runAsync(() -> scenario.accepts(lead)).join());

        assertThat(lost()).isEqualTo(before + 1);
        assertThat(log).doesNotContain("WARN", "ERROR", "OptimisticLockingException");
        assertThat(scenario.waitsAt(lead)).doesNotContain("acceptLead");
    }

    @Test
    void aJobThatFailsIsStillAWarning(CapturedOutput log) {
        Job timer = scenario.timer(scenario.arrives(aCaller()), "acceptanceDue");
        double before = lost();

        run(timer, () -> {
            throw new IllegalStateException("a fault of ours");
        });

        assertThat(lost()).isEqualTo(before);
        assertThat(log).contains("WARN", "ENGINE-14006", timer.getId(), "IllegalStateException");
        assertThat(job(timer).getExceptionMessage()).isEqualTo("a fault of ours");
    }

    private Job job(Job timer) {
        return management.createJobQuery().jobId(timer.getId()).singleResult();
    }

    private double lost() {
        return meters.get("leadbaton.jobs.lost.races").counter().count();
    }

    /** As a thread of the job executor does it. */
    private void run(Job job, Runnable meanwhile) {
        new ExecuteJobsRunnable(List.of(job.getId()), (ProcessEngineImpl) engine) {
            {
                jobExecutor = new Working();
            }

            @Override
            protected void executeJob(String id, CommandExecutor commands, JobFailureCollector failures) {
                ExecuteJobHelper.executeJob(
                        id,
                        commands,
                        failures,
                        new Slow(id, failures, meanwhile),
                        processEngine.getProcessEngineConfiguration());
            }
        }.run();
    }

    /** Something else happens after the job was read and before it does anything. */
    private static final class Slow extends ExecuteJobsCmd {

        private static final long serialVersionUID = 1L;
        private final transient Runnable meanwhile;

        Slow(String job, JobFailureCollector failures, Runnable meanwhile) {
            super(job, failures);
            this.meanwhile = meanwhile;
        }

        @Override
        public Void execute(CommandContext context) {
            context.getJobManager().findJobById(jobId);
            meanwhile.run();
            return super.execute(context);
        }
    }

    private static final class Working extends DefaultJobExecutor {

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public void jobWasAdded() {}
    }
}
