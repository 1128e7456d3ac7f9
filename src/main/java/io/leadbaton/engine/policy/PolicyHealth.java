package io.leadbaton.engine.policy;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.LivePolicy;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows the live policy and what was refused; a refusal is no illness, the older policy serves. */
@Component("policyHealthIndicator")
class PolicyHealth implements HealthIndicator {

    private final LivePolicy live;

    PolicyHealth(LivePolicy live) {
        this.live = live;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        live.version()
                .ifPresent(version -> health.withDetail("version", version.hash())
                        .withDetail("since", version.at())
                        .withDetail("by", version.by()));
        if (!live.refusal().isEmpty()) {
            health.withDetail(
                    "refused", live.refusal().stream().map(Fault::toString).toList());
        }
        if (!live.warnings().isEmpty()) {
            health.withDetail(
                    "warnings", live.warnings().stream().map(Fault::toString).toList());
        }
        return health.build();
    }
}
