package io.leadbaton.cadence;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.WordKind;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps of the process {@code cadence}. */
@Component
public class CadenceTasks {

    private final Cadences cadences;
    private final AttemptLog log;

    CadenceTasks(Cadences cadences, AttemptLog log) {
        this.cadences = cadences;
        this.log = log;
    }

    /** Keeps the contact plan the table decided, unless this owner works under one already. */
    public void adoptPlan(String leadId, Map<String, Object> plan) {
        cadences.adopt(LeadId.of(leadId), ContactPlan.of(plan));
    }

    /** Says what is next: attempt, contact (a reply waits), exhausted or unreachable. */
    @OneOf({"attempt", "contact", "exhausted", "unreachable"})
    public String planNextAttempt(String leadId) {
        return cadences.planNext(LeadId.of(leadId));
    }

    /** When the planned attempt is due. */
    public Date nextAttemptAt(String leadId) {
        return cadences.nextAttemptAt(LeadId.of(leadId));
    }

    /** The channel of the planned attempt. */
    public String nextChannel(String leadId) {
        return cadences.nextChannel(LeadId.of(leadId));
    }

    /** Notes what came of an attempt on which channel, and says how it goes on: again, hold, contact or unreachable. */
    @OneOf({"again", "hold", "contact", "unreachable"})
    public String logAttempt(
            String leadId,
            @OneOf(kind = WordKind.OUTCOME) String outcome,
            String note,
            String callBackAt,
            String channel) {
        return log.add(LeadId.of(leadId), outcome, new Note(note), callBackAt, channel);
    }

    /** Puts the lead on hold until the date agreed upon; its clocks stand still meanwhile. */
    public void holdLead(String leadId) {
        cadences.hold(LeadId.of(leadId));
    }

    /** When the hold ends. */
    public Date holdEndsAt(String leadId) {
        return cadences.holdEndsAt(LeadId.of(leadId));
    }

    /** The lead answered: it becomes a talk. */
    @OneOf("engaged")
    public String engageLead(String leadId) {
        return cadences.engage(LeadId.of(leadId));
    }

    /** Rules on a lead that was not reached: back to nurture, or closed when its data is useless. */
    @OneOf({"nurture", "disqualified"})
    public String disposeLead(String leadId, String next) {
        return cadences.dispose(LeadId.of(leadId), next);
    }
}
