package io.leadbaton.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Answers which policy is in force, and which faults keep this node from a newer one. */
@Component
public class LivePolicy {

    private final PolicyVersions versions;
    private final Map<PolicyPart, List<Fault>> refusals = new ConcurrentHashMap<>();
    private final Map<PolicyPart, List<Fault>> warnings = new ConcurrentHashMap<>();

    public LivePolicy(PolicyVersions versions) {
        this.versions = versions;
    }

    public Optional<PolicyVersion> version() {
        return versions.newest();
    }

    /** What a lead that starts now goes by. */
    public PolicyVersion inForce() {
        return version().orElseThrow(() -> new IllegalStateException("No policy is live"));
    }

    /** What a lead that starts now carries. */
    public String hash() {
        return inForce().hash();
    }

    /** Faults of the files as they lie there now; empty when they are what is live. */
    public List<Fault> refusal() {
        return all(refusals);
    }

    /** What is in force and may not be meant so. */
    public List<Fault> warnings() {
        return all(warnings);
    }

    /** Answers whether that is news. */
    public boolean refuse(PolicyPart part, List<Fault> faults) {
        return !faults.equals(refusals.put(part, List.copyOf(faults)));
    }

    /** Answers whether there are warnings that were not there before. */
    public boolean accept(PolicyPart part, List<Fault> doubts) {
        refusals.remove(part);
        return warn(part, doubts);
    }

    /** What is meant so may change without a new file: somebody joins the team that nobody was in. Answers whether there are new warnings. */
    public boolean warn(PolicyPart part, List<Fault> doubts) {
        return !doubts.equals(warnings.put(part, List.copyOf(doubts))) && !doubts.isEmpty();
    }

    private static List<Fault> all(Map<PolicyPart, List<Fault>> found) {
        return found.values().stream().flatMap(List::stream).distinct().sorted().toList();
    }
}
