package io.leadbaton.engine.policy;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Puts the policy into force before the first request or job can come, then looks at the files as long as the service runs. */
@Component
class PolicyWatch implements SmartLifecycle {

    private static final int LOOK_EVERY_MILLIS = 200;
    private static final int SWEEP_EVERY_MILLIS = 6_000;
    private static final int WARN_EVERY_MILLIS = 60_000;

    private final PolicyDesk desk;
    private final UnusedPolicies unused;
    private final boolean watching;
    private @Nullable ScheduledExecutorService thread;

    PolicyWatch(PolicyDesk desk, UnusedPolicies unused, @Value("${leadbaton.policy.watch:true}") boolean watching) {
        this.desk = desk;
        this.unused = unused;
        this.watching = watching;
    }

    /** Web server and job executor start later, so nobody meets an engine without a policy. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        desk.open();
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "policy-watch"));
        if (watching) {
            thread.scheduleWithFixedDelay(desk::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, MILLISECONDS);
            thread.scheduleWithFixedDelay(desk::warnAnew, WARN_EVERY_MILLIS, WARN_EVERY_MILLIS, MILLISECONDS);
            thread.scheduleWithFixedDelay(unused::delete, 0, SWEEP_EVERY_MILLIS, MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
