package io.leadbaton.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.engine.ClassPathSeam;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedPolicyTests {

    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();

    @Test
    void keepsEveryRule() {
        var checks = new PolicyChecks(
                List.of(new DiagramChecks(ClassPathSeam.read()), new DecisionChecks(List.of()), new FormChecks()));

        assertThat(checks.faults(SHIPPED)).extracting(Fault::toString).isEmpty();
    }
}
