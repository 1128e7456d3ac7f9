package io.leadbaton.engine.policy;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyPart;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.policy.PolicySource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in all kinds of policy files as they lie there, each kind for itself: a broken calendar does not hold up a diagram. */
@Component
class PolicyDesk {

    private final List<PolicyTray> trays;

    PolicyDesk(PolicySource source, List<PolicyPart> parts, LivePolicy live) {
        this.trays =
                parts.stream().map(part -> new PolicyTray(source, part, live)).toList();
    }

    /** Without any policy nothing can run, so a refusal at the very first start ends it, with the faults of all files. */
    void open() {
        List<Fault> fatal = new ArrayList<>();
        trays.forEach(tray -> fatal.addAll(fatal.isEmpty() ? tray.open() : tray.faults()));
        if (!fatal.isEmpty()) {
            throw new PolicyRefused(fatal.stream().distinct().sorted().toList());
        }
    }

    /** One look at what is in force. */
    void warnAnew() {
        trays.forEach(PolicyTray::warnAnew);
    }

    /** One look at the files. */
    void look() {
        trays.forEach(PolicyTray::look);
    }
}
