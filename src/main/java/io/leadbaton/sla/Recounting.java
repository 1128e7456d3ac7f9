package io.leadbaton.sla;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets open promises follow a changed calendar, in the background.
 *
 * <p>What is to be done is read from the clocks themselves, and every node looks once a minute: so it finishes what another one left
 * undone, tries again what failed, and finds the clock of a transaction that began before the change and ended after it.
 */
@Component
class Recounting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);

    private static final int LOOK_EVERY_SECONDS = 60;

    private static final int STOP_WITHIN_SECONDS = 10;

    private final ClockRows rows;
    private final Recount recount;
    private final BiConsumer<String, Runnable> actingAs;
    private volatile @Nullable ScheduledExecutorService thread;

    Recounting(ClockRows rows, Recount recount, @Qualifier("actingAs") BiConsumer<String, Runnable> actingAs) {
        this.rows = rows;
        this.recount = recount;
        this.actingAs = actingAs;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "calendar"));
        started.scheduleWithFixedDelay(this::recountAll, 0, LOOK_EVERY_SECONDS, SECONDS);
        thread = started;
    }

    @EventListener
    void calendarChanged(CalendarChanged changed) {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.execute(this::recountAll);
        }
    }

    private void recountAll() {
        try {
            rows.leadsCountingOldHours().stream().takeWhile(lead -> isRunning()).forEach(this::recount);
        } catch (RuntimeException e) {
            LOG.warn("Open promises could not be looked at after a change of calendars, trying again in a minute", e);
        }
    }

    private void recount(String leadId) {
        try {
            actingAs.accept("calendar", () -> recount.of(leadId));
        } catch (RuntimeException e) {
            LOG.warn("Lead {} keeps the deadlines of an older calendar for a minute", leadId, e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
            await(running);
        }
    }

    private static void await(ScheduledExecutorService stopping) {
        try {
            if (!stopping.awaitTermination(STOP_WITHIN_SECONDS, SECONDS)) {
                LOG.warn("Promises are still being recounted; another node or the next start goes on with it");
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
