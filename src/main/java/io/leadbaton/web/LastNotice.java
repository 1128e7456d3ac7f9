package io.leadbaton.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A node that is about to end says so (its readiness goes down) and serves on until its proxy has had time to hear it. */
@Component
class LastNotice implements SmartLifecycle {

    private final Duration time;
    private volatile boolean serving;

    LastNotice(@Value("${leadbaton.shutdown-notice:0s}") Duration time) {
        this.time = time;
    }

    /** After the job executor, before the web server. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 2;
    }

    @Override
    public void start() {
        serving = true;
    }

    @Override
    public void stop() {
        serving = false;
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return serving;
    }
}
