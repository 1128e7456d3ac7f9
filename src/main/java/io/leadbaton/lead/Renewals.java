package io.leadbaton.lead;

import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyVersion;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets leads that came in under an older policy go on under the one in force. */
@Component
public class Renewals {

    private static final int SHORT = 8;

    private final Leads leads;
    private final LeadEvents events;
    private final LivePolicy policy;
    private final ApplicationEventPublisher publisher;

    Renewals(Leads leads, LeadEvents events, LivePolicy policy, ApplicationEventPublisher publisher) {
        this.leads = leads;
        this.events = events;
        this.policy = policy;
        this.publisher = publisher;
    }

    /** Whether the lead is still open and goes by a policy that is no longer in force. */
    public boolean isDue(LeadId id) {
        return newer(id).isPresent();
    }

    /** Ends the lead's work and begins it anew where it stands, under the policy in force; false when it goes by that already. */
    @Transactional
    public boolean renew(LeadId id) {
        Optional<PolicyVersion> newer = note(id);
        newer.ifPresent(version -> publisher.publishEvent(new PolicyRenewed(id, version)));
        return newer.isPresent();
    }

    /** As {@link #renew} for whoever ends the lead's work and begins it anew himself: answers the version it has to begin under. */
    @Transactional
    public Optional<PolicyVersion> note(LeadId id) {
        leads.lock(id);
        Optional<PolicyVersion> newer = newer(id);
        newer.ifPresent(version -> note(id, version));
        return newer;
    }

    private Optional<PolicyVersion> newer(LeadId id) {
        return leads.get(id).stage().isOpen()
                ? policy.version().filter(version -> !version.hash().equals(leads.policyVersion(id)))
                : Optional.empty();
    }

    private void note(LeadId id, PolicyVersion version) {
        String before = leads.policyVersion(id);
        leads.goBy(id, version.hash());
        events.append(
                id,
                EventType.POLICY_CHANGED,
                "Goes on under the policy in force, " + version.hash().substring(0, SHORT),
                Map.of("policy", version.hash(), "before", before));
    }
}
