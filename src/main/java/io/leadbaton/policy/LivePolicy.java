package io.leadbaton.policy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers which policy is in force, and which faults keep this node from a newer one. */
@Component
public class LivePolicy {

    private final PolicyVersions versions;
    private volatile List<Fault> refusal = List.of();

    public LivePolicy(PolicyVersions versions) {
        this.versions = versions;
    }

    public Optional<PolicyVersion> version() {
        return versions.newest();
    }

    /** What a lead that starts now carries. */
    public String hash() {
        return version()
                .orElseThrow(() -> new IllegalStateException("No policy is live"))
                .hash();
    }

    /** Faults of the files as they lie there now; empty when they are what is live. */
    public List<Fault> refusal() {
        return refusal;
    }

    public void refuse(List<Fault> faults) {
        refusal = List.copyOf(faults);
    }

    public void accept() {
        refusal = List.of();
    }
}
