package io.leadbaton.sla;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks once a minute for promises that no timer watches, on every node that fires timers. Leads under a diagram that lost a timer
 * before it would have been refused are met like this, and those whose timer failed for good. Ladders that are being climbed are not
 * looked at: a timer of theirs that fails is an incident in Cockpit.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class ClockWatchdog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatchdog.class);

    private static final int LOOK_EVERY_SECONDS = 60;

    private static final int STOP_WITHIN_SECONDS = 10;

    private final UnwatchedClocks clocks;
    private final BooleanSupplier clockIsRight;
    private volatile @Nullable ScheduledExecutorService thread;

    ClockWatchdog(UnwatchedClocks clocks, @Qualifier("clockIsRight") BooleanSupplier clockIsRight) {
        this.clocks = clocks;
        this.clockIsRight = clockIsRight;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "clock-watchdog"));
        // Not at once: a node that comes back fires what fell due meanwhile first.
        started.scheduleWithFixedDelay(this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, SECONDS);
        thread = started;
    }

    private void look() {
        try {
            if (clockIsRight.getAsBoolean()) {
                clocks.escalate();
            }
        } catch (RuntimeException e) {
            LOG.warn("Promises without a timer could not be looked for, trying again in a minute", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdown();
            await(running);
        }
    }

    private static void await(ScheduledExecutorService stopping) {
        try {
            if (!stopping.awaitTermination(STOP_WITHIN_SECONDS, SECONDS)) {
                LOG.warn("Promises without a timer are still being escalated; another node or the next start goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
