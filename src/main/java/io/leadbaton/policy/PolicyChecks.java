package io.leadbaton.policy;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks every check at once, so that a process owner sees all faults of a policy together. */
@Component
public class PolicyChecks {

    private final List<PolicyCheck> checks;

    public PolicyChecks(List<PolicyCheck> checks) {
        this.checks = checks;
    }

    public List<Fault> faults(PolicyFiles files) {
        Stream<Collection<Fault>> found = checks.stream().map(check -> check.faults(files));
        return found.flatMap(Collection::stream).distinct().sorted().toList();
    }
}
