package io.leadbaton.handoff;

import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.rep.Assignments;
import io.leadbaton.rep.Notices;
import io.leadbaton.rep.Rep;
import io.leadbaton.rep.Reps;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings a lead that the first rep lost to a senior rep, with all that was said before. */
@Component
class SecondVoices {

    private final Leads leads;
    private final LeadEvents events;
    private final Ownership ownership;
    private final Assignments assignments;
    private final Reps reps;
    private final Notices notices;
    private final LeadsWithoutOwner withoutOwner;

    SecondVoices(
            Leads leads,
            LeadEvents events,
            Ownership ownership,
            Assignments assignments,
            Reps reps,
            Notices notices,
            LeadsWithoutOwner withoutOwner) {
        this.leads = leads;
        this.events = events;
        this.ownership = ownership;
        this.assignments = assignments;
        this.reps = reps;
        this.notices = notices;
        this.withoutOwner = withoutOwner;
    }

    String choose(LeadId id) {
        Lead lead = leads.get(id);
        if (lead.waitsForItsOwner()) {
            return String.valueOf(lead.owner());
        }
        Optional<Rep> senior = assignments.nextSenior(id.value());
        senior.ifPresentOrElse(rep -> give(id, rep, "second voice"), () -> reportNobody(id));
        return senior.map(Rep::userId).orElse("");
    }

    String chooseByHand(LeadId id, String userId) {
        Rep rep = reps.requireAvailable(userId);
        give(id, rep, "second voice, by hand");
        withoutOwner.waitsNoLonger(id);
        return rep.userId();
    }

    private void reportNobody(LeadId id) {
        assignments.end(id.value(), "second voice");
        leads.own(id, null, null);
        events.append(id, EventType.OWNER_MISSING, "No senior rep could take the lead");
        withoutOwner.waitsForSenior(id);
    }

    private void give(LeadId id, Rep rep, String how) {
        ownership.give(leads.get(id), rep, how, "Second voice: " + rep.name());
        leads.isHeardBySecondVoice(id);
    }

    void takeOver(LeadId id) {
        ownership.beginWork(id, "Taken over by a second voice");
    }

    void passOver(LeadId id) {
        Lead lead = leads.lock(id);
        if (!ownership.passOver(lead)) {
            notices.tell(
                    "sales-operations",
                    null,
                    "No other senior rep is there, and " + lead.owner() + " does not take over leads in time.");
        }
        events.append(
                id,
                EventType.ASSIGNMENT_OVERDUE,
                "Not taken over in time",
                Map.of("rep", String.valueOf(lead.owner())));
        leads.own(id, null, null);
    }
}
