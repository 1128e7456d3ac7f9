package io.leadbaton.sla;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
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
 * <p>What is to be done is read from the clocks themselves, so a start finishes what a crash left undone.
 */
@Component
class Recounting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);

    /** A transaction that began before the change may start a clock with the hours before it; none lasts this long. */
    private static final int ONCE_MORE_AFTER_SECONDS = 60;

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
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "calendar"));
        soon(() -> look(false));
    }

    @EventListener
    void calendarChanged(CalendarChanged changed) {
        soon(() -> look(true));
    }

    private void soon(Runnable work) {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.execute(work);
        }
    }

    private void look(boolean onceMore) {
        boolean failed = !recountAll();
        ScheduledExecutorService running = thread;
        if ((failed || onceMore) && running != null) {
            running.schedule(() -> look(false), ONCE_MORE_AFTER_SECONDS, SECONDS);
        }
    }

    private boolean recountAll() {
        try {
            List<String> leads = rows.leadsCountingOldHours();
            return leads.stream()
                            .takeWhile(lead -> isRunning())
                            .filter(lead -> !recount(lead))
                            .count()
                    == 0;
        } catch (RuntimeException e) {
            LOG.warn("Open promises could not be looked at after a change of calendars, trying again", e);
            return false;
        }
    }

    private boolean recount(String leadId) {
        try {
            actingAs.accept("calendar", () -> recount.of(leadId));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Lead {} keeps the deadlines of an older calendar for a moment, trying again", leadId, e);
            return false;
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
                LOG.warn("Promises are still being recounted; the next start goes on with it");
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
