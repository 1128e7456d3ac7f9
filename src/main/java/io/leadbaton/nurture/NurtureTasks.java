package io.leadbaton.nurture;

import io.leadbaton.lead.LeadId;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps of the process {@code nurture}. */
@Component
public class NurtureTasks {

    private final Nurturing nurturing;

    NurtureTasks(Nurturing nurturing) {
        this.nurturing = nurturing;
    }

    /** Hands the lead to marketing as a prospect, with the plan the table decided, unless it stays there already. True when a reply waits. */
    public boolean returnToNurture(String leadId, Map<String, Object> plan) {
        return nurturing.begin(LeadId.of(leadId), NurturePlan.of(plan));
    }

    /** Says whether another message is planned. */
    public boolean planDrip(String leadId) {
        return nurturing.hasDripLeft(LeadId.of(leadId));
    }

    /** When the next message is due. */
    public Date nextDripAt(String leadId) {
        return nurturing.nextDripAt(LeadId.of(leadId));
    }

    /** Notes that the next message of the drip is due. */
    public void sendDrip(String leadId) {
        nurturing.drip(LeadId.of(leadId));
    }

    /** When marketing gives the lead up. */
    public Date expiresAt(String leadId) {
        return nurturing.expiresAt(LeadId.of(leadId));
    }

    /** Brings the lead back to sales. */
    public boolean reawaken(String leadId) {
        return nurturing.reawaken(LeadId.of(leadId));
    }

    /** Gives up on a lead that never asked again. */
    public boolean archiveLead(String leadId) {
        return nurturing.archive(LeadId.of(leadId));
    }
}
