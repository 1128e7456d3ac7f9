package io.leadbaton.engine.policy;

import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.policy.PolicySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in the files as they lie there: at once at the start, later when nobody has written to them for half a second. */
@Component
class PolicyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyDesk.class);
    private static final long QUIET_NANOS = 500_000_000;

    private final PolicySource source;
    private final PolicyDeployer deployer;
    private final LivePolicy live;
    private String seen = "";
    private String offered = "";
    private long changedAt;

    PolicyDesk(PolicySource source, PolicyDeployer deployer, LivePolicy live) {
        this.source = source;
        this.deployer = deployer;
        this.live = live;
    }

    /** Without any policy nothing can run, so a refusal at the very first start ends it. */
    void open() {
        try {
            offer(source.read(), "start");
        } catch (PolicyRefused refusal) {
            if (live.version().isEmpty()) {
                throw refusal;
            }
            refuse(refusal);
        }
    }

    /** One look at the files; whatever goes wrong is tried again at the next look. */
    void look() {
        try {
            lookAt(source.read());
        } catch (PolicyRefused refusal) {
            refuse(refusal);
        } catch (RuntimeException e) {
            LOG.warn("The policy files could not be taken in, trying again", e);
            offered = "";
        }
    }

    private void lookAt(PolicyFiles files) {
        if (!files.hash().equals(seen)) {
            seen = files.hash();
            changedAt = System.nanoTime();
        } else if (!seen.equals(offered) && System.nanoTime() - changedAt >= QUIET_NANOS) {
            offer(files, "watch");
        }
    }

    private void offer(PolicyFiles files, String by) {
        offered = files.hash();
        seen = files.hash();
        if (deployer.offer(files, by)) {
            LOG.info("Policy {} is live", files.hash());
        }
        live.accept();
    }

    private void refuse(PolicyRefused refusal) {
        if (!refusal.faults().equals(live.refusal())) {
            LOG.warn("The older policy stays in force. {}", refusal.getMessage());
        }
        live.refuse(refusal.faults());
    }
}
