package io.leadbaton.engine.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Wakes the job executor the moment a timer falls due: the engine is told of timers that are due, never of those that will be. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class AlarmClock implements SmartLifecycle {

    private final Alarms alarms;
    private final Clock clock;
    private final JobExecutor executor;
    private final ThreadPoolTaskExecutor threads;
    private @Nullable Thread thread;

    @Autowired
    AlarmClock(ComingTimers coming, JobExecutor executor, ThreadPoolTaskExecutor camundaTaskExecutor, Clock clock) {
        this(coming::between, executor, camundaTaskExecutor, clock);
    }

    AlarmClock(
            BiFunction<Instant, Instant, NavigableSet<Instant>> coming,
            JobExecutor executor,
            ThreadPoolTaskExecutor threads,
            Clock clock) {
        this.alarms = new Alarms(coming, executor::jobWasAdded);
        this.clock = clock;
        this.executor = executor;
        this.threads = threads;
    }

    @Override
    public synchronized void start() {
        thread = new Thread(this::ring, "alarm-clock");
        thread.setDaemon(true);
        thread.start();
    }

    private void ring() {
        try {
            while (true) {
                Instant next = alarms.turn(clock.instant());
                Thread.sleep(Math.max(0, Duration.between(clock.instant(), next).toMillis()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** First of all, while database and threads are there: takes no more jobs, gives back those not begun, waits for the others. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
        executor.shutdown();
        threads.shutdown();
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
