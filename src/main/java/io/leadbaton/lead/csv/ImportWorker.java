package io.leadbaton.lead.csv;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Works through the imports in the background, at most two at a time, also those that a stop or a crash left behind. */
@Component
class ImportWorker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    /** Nobody waits for a file while a long one comes in, and there are threads left for people. */
    private static final int AT_ONCE = 2;

    private final Imports imports;
    private final ImportRun run;
    private final BiConsumer<String, Runnable> actingAs;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(AT_ONCE, work -> new Thread(work, "imports"));
    private volatile boolean open = true;

    ImportWorker(Imports imports, ImportRun run, @Qualifier("actingAs") BiConsumer<String, Runnable> actingAs) {
        this.imports = imports;
        this.run = run;
        this.actingAs = actingAs;
    }

    /** Not before the policy is live: without one, no lead could start its way. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        threads.scheduleWithFixedDelay(this::work, 0, 1, TimeUnit.SECONDS);
    }

    void wake() {
        threads.execute(this::work);
    }

    private void work() {
        try {
            Optional<LeasedImport> next = imports.take();
            while (next.isPresent() && open) {
                LeasedImport leased = next.get();
                actingAs.accept("import", () -> run.run(leased, () -> open));
                next = open ? imports.take() : Optional.empty();
            }
        } catch (RuntimeException e) {
            log.warn(
                    "An import stopped and is taken up again in half a minute: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        open = false;
        threads.shutdown();
        threads.awaitTermination(20, TimeUnit.SECONDS);
    }
}
