package io.leadbaton.policy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        List<Fault> found = inOrder(first().map(check -> check.faults(files)));
        Set<String> broken = found.stream().map(Fault::file).collect(Collectors.toSet());
        Stream<Collection<Fault>> rest =
                checks.stream().filter(PolicyCheck::comesLast).map(check -> check.faults(files.without(broken)));
        return inOrder(Stream.concat(Stream.of(found), rest));
    }

    private Stream<PolicyCheck> first() {
        return checks.stream().filter(check -> !check.comesLast());
    }

    /** What may be meant on purpose in files that have no fault. */
    public List<Fault> warnings(PolicyFiles files) {
        return inOrder(checks.stream().map(check -> check.warnings(files)));
    }

    private static List<Fault> inOrder(Stream<Collection<Fault>> found) {
        return found.flatMap(Collection::stream).distinct().sorted().toList();
    }
}
