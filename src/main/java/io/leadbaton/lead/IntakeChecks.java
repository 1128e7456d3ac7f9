package io.leadbaton.lead;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decides whether an incoming lead can be used, and brings mail and phone into one spelling. */
@Component
class IntakeChecks {

    NewLead accept(NewLead lead) {
        List<FieldFault> faults = new ArrayList<>();
        if (lead.email() == null && lead.phone() == null) {
            faults.add(new FieldFault("email", "contact-missing", "Give an e-mail address or a phone number."));
        }
        if (!faults.isEmpty()) {
            throw new LeadRefused(faults);
        }
        return lead;
    }
}
