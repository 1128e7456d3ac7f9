package io.leadbaton.engine.policy;

import static java.util.stream.Collectors.joining;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicyPart;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.policy.PolicySource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in one kind of files: at once at the start, later when nobody has written to them for half a second. */
class PolicyTray {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyTray.class);
    private static final long QUIET_NANOS = 500_000_000;

    private final PolicySource source;
    private final PolicyPart part;
    private final LivePolicy live;
    private String seen = "";
    private String offered = "";
    private long changedAt;
    private @Nullable PolicyFiles inForce;

    PolicyTray(PolicySource source, PolicyPart part, LivePolicy live) {
        this.source = source;
        this.part = part;
        this.live = live;
    }

    /** Answers what is wrong when nothing older serves instead. */
    List<Fault> open() {
        try {
            offer(source.read(part::owns), "start");
        } catch (PolicyRefused refusal) {
            if (!part.serves()) {
                return refusal.faults();
            }
            refuse(refusal);
        }
        return List.of();
    }

    /** What is wrong with the files as they lie there. */
    List<Fault> faults() {
        try {
            return part.faults(source.read(part::owns));
        } catch (PolicyRefused refusal) {
            return refusal.faults();
        }
    }

    /** One look at the files; whatever goes wrong is tried again at the next look. */
    void look() {
        try {
            lookAt(source.read(part::owns));
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
        if (part.offer(files, by)) {
            LOG.info(
                    "New policy files are in force, {} in all, {}",
                    files.contents().size(),
                    files.hash());
        }
        inForce = files;
        List<Fault> warnings = part.warnings(files);
        tell(live.accept(part, warnings), warnings);
    }

    /** Asks once more whether everything is meant so. */
    void warnAnew() {
        if (inForce == null) {
            return;
        }
        try {
            List<Fault> warnings = part.warnings(inForce);
            tell(live.warn(part, warnings), warnings);
        } catch (RuntimeException e) {
            LOG.warn("Could not look whether the policy is meant so, trying again", e);
        }
    }

    private static void tell(boolean news, List<Fault> warnings) {
        if (news) {
            LOG.warn(
                    "The policy is in force, but look whether this is meant:\n{}",
                    warnings.stream().map(warning -> "  " + warning).collect(joining("\n")));
        }
    }

    private void refuse(PolicyRefused refusal) {
        if (live.refuse(part, refusal.faults())) {
            LOG.warn("The older policy stays in force. {}", refusal.getMessage());
        }
    }
}
