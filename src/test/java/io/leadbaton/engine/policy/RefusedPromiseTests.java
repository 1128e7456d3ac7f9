package io.leadbaton.engine.policy;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.Invariants;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.policy.ExamplePolicy;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.policy.PolicySource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While a promise is refused, leads are promised what the version before promised. */
@LeadbatonTest
class RefusedPromiseTests {

    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();

    @Autowired
    PolicyDeployer deployer;

    @Autowired
    LivePolicy live;

    @Autowired
    Scenario scenario;

    @Autowired
    Invariants invariants;

    @Test
    void keepsThePromisesOfTheVersionBefore() {
        PolicyFiles broken = ExamplePolicy.and(
                SHIPPED, "processes/slaPolicy.dmn", "copy-manager 100, next-rep 300", "next-rep 300, copy-manager 100");

        assertThatThrownBy(() -> deployer.offer(broken, "watch"))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("processes/slaPolicy.dmn, reply: row 15 promises 'reply'")
                .hasMessageContaining("The ladder loops");

        assertThat(live.hash()).isEqualTo(SHIPPED.hash());
        LeadId lead = scenario.arrives(aCaller());
        assertThat(scenario.clockState(lead, "firstResponse")).isEqualTo("running");
        invariants.holdFor(lead);
    }
}
