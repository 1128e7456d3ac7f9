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

/** Works through the imports in the background, one at a time, also those that a stop or a crash left behind. */
@Component
class ImportWorker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private final Imports imports;
    private final ImportRun run;
    private final BiConsumer<String, Runnable> actingAs;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "imports"));
    private volatile boolean open = true;

    ImportWorker(Imports imports, ImportRun run, @Qualifier("actingAs") BiConsumer<String, Runnable> actingAs) {
        this.imports = imports;
        this.run = run;
        this.actingAs = actingAs;
    }

    /** Not before the policy is live: without one, no lead could start its way. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(this::work, 0, 1, TimeUnit.SECONDS);
    }

    void wake() {
        thread.execute(this::work);
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
        thread.shutdown();
        thread.awaitTermination(20, TimeUnit.SECONDS);
    }
}
