package io.leadbaton.engine.jobs;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** What does the jobs. Whoever brings a job while all threads are busy waits for a place instead of asking again and again. */
@Configuration
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobThreads {

    private static final int LONGEST_JOB_SECONDS = 20;

    /** Takes the place of the engine's own, which goes by this name; so does the executor. */
    @Bean
    ThreadPoolTaskExecutor camundaTaskExecutor(CamundaBpmProperties properties) {
        var settings = properties.getJobExecution();
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("jobs-");
        threads.setCorePoolSize(settings.getCorePoolSize());
        threads.setMaxPoolSize(settings.getMaxPoolSize());
        threads.setQueueCapacity(settings.getQueueCapacity());
        threads.setRejectedExecutionHandler(JobThreads::waitForPlace);
        // The alarm clock ends the work before the context takes the threads away.
        threads.setAcceptTasksAfterContextClose(true);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(LONGEST_JOB_SECONDS);
        return threads;
    }

    @Bean
    JobExecutor jobExecutor(
            DueJobs due,
            ThreadPoolTaskExecutor camundaTaskExecutor,
            CamundaBpmProperties properties,
            @Qualifier("clockIsRight") BooleanSupplier clockIsRight) {
        var settings = properties.getJobExecution();
        PromptExecutor executor = new PromptExecutor(
                (most, node) -> clockIsRight.getAsBoolean() ? due.take(most, node) : new AcquiredJobs(most));
        executor.setTaskExecutor(camundaTaskExecutor);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.setMaxJobsPerAcquisition(settings.getMaxJobsPerAcquisition());
        executor.setLockTimeInMillis(settings.getLockTimeInMillis());
        executor.setWaitTimeInMillis(settings.getWaitTimeInMillis());
        executor.setMaxWait(settings.getMaxWait());
        return executor;
    }

    private static void waitForPlace(Runnable job, ThreadPoolExecutor threads) {
        try {
            while (!threads.isShutdown()) {
                if (threads.getQueue().offer(job, 100, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new RejectedExecutionException("This node ends its work");
    }
}
