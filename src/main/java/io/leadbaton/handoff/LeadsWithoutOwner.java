package io.leadbaton.handoff;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadMerged;
import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.PolicyRenewed;
import io.leadbaton.lead.Signal;
import io.leadbaton.rep.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells sales operations which leads wait for somebody to own them, and takes the word back once they have an owner or leave. */
@Component
class LeadsWithoutOwner {

    private static final String OWNER = "A lead waits for an owner: assign a rep by hand.";
    private static final String SENIOR = "A lead waits for a second voice: assign a senior rep by hand.";

    private final Notices notices;

    LeadsWithoutOwner(Notices notices) {
        this.notices = notices;
    }

    void waitsForOwner(LeadId id) {
        notices.tell("sales-operations", id.value(), OWNER);
    }

    void waitsForSenior(LeadId id) {
        notices.tell("sales-operations", id.value(), SENIOR);
    }

    void waitsNoLonger(LeadId id) {
        notices.withdraw(id.value(), OWNER);
        notices.withdraw(id.value(), SENIOR);
    }

    @EventListener
    void leadSignalled(LeadSignalled heard) {
        if (heard.signal().type() == Signal.Type.OPTED_OUT) {
            waitsNoLonger(heard.leadId());
        }
    }

    /** Before the lead enters anew, where it may wait again. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void policyRenewed(PolicyRenewed renewed) {
        waitsNoLonger(renewed.leadId());
    }

    @EventListener
    void leadMerged(LeadMerged merged) {
        waitsNoLonger(merged.leadId());
    }
}
