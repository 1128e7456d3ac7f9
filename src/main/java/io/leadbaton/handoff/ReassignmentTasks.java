package io.leadbaton.handoff;

import io.leadbaton.lead.LeadId;
import org.springframework.stereotype.Component;

/** The steps of the process {@code reassignment}. */
@Component
public class ReassignmentTasks {

    private final SecondVoices secondVoices;

    ReassignmentTasks(SecondVoices secondVoices) {
        this.secondVoices = secondVoices;
    }

    /** Gives the lead to the senior rep with the best closing rate; empty when none is there. */
    public String chooseSenior(String leadId) {
        return secondVoices.choose(LeadId.of(leadId));
    }

    /** Gives the lead to the rep whom sales operations chose. */
    public String recordSeniorByHand(String leadId, String rep) {
        return secondVoices.chooseByHand(LeadId.of(leadId), rep);
    }

    /** Notes that the senior rep has read the earlier conversations and takes the lead. */
    public void recordTakeOver(String leadId) {
        secondVoices.takeOver(LeadId.of(leadId));
    }

    /** Takes the lead from a senior rep who did not answer in time. */
    public void passOverSenior(String leadId) {
        secondVoices.passOver(LeadId.of(leadId));
    }
}
