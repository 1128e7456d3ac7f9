package io.leadbaton.nurture;

import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Stage;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps a prospect warm until it asks again or is given up. */
@Component
class Nurturing {

    private final Leads leads;
    private final LeadEvents events;
    private final NurtureRuns runs;

    Nurturing(Leads leads, LeadEvents events, NurtureRuns runs) {
        this.leads = leads;
        this.events = events;
        this.runs = runs;
    }

    boolean begin(LeadId id, NurturePlan plan) {
        runs.begin(id, plan);
        leads.own(id, null, null);
        return leads.get(id).replyWaiting();
    }

    boolean hasDripLeft(LeadId id) {
        return runs.current(id).hasDripLeft();
    }

    Date nextDripAt(LeadId id) {
        return Date.from(runs.current(id).nextDripAt());
    }

    void drip(LeadId id) {
        NurtureRun run = runs.current(id);
        runs.sent(id, run);
        events.append(id, EventType.DRIP_SENT, "Drip message %d of %d is due".formatted(run.sent() + 1, run.drips()));
    }

    Date expiresAt(LeadId id) {
        return Date.from(runs.current(id).expiresAt());
    }

    /** Counts a sign of interest; true when the score has risen far enough to wake the lead. */
    boolean showsInterest(LeadId id) {
        leads.showedInterest(id);
        return leads.total(id) >= runs.current(id).reawakenAt();
    }

    boolean reawaken(LeadId id) {
        Lead lead = leads.get(id);
        runs.end(id);
        leads.move(id, Stage.MQL, "Asked again", EventType.LEAD_SCORED, Map.of("reawakened", true));
        leads.recycled(id);
        if (lead.cadenceRound() > 0) {
            leads.type(id, "recycled");
        }
        return true;
    }

    boolean archive(LeadId id) {
        runs.end(id);
        leads.move(id, Stage.ARCHIVED, "Never asked again", EventType.LEAD_ARCHIVED);
        return false;
    }
}
