package io.leadbaton.lifecycle;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.WordKind;
import org.springframework.stereotype.Component;

/** The steps of the process {@code qualification}. */
@Component
public class QualificationTasks {

    private final Qualifications qualifications;
    private final Opportunities opportunities;

    QualificationTasks(Qualifications qualifications, Opportunities opportunities) {
        this.qualifications = qualifications;
        this.opportunities = opportunities;
    }

    /** Notes what the talk led to: qualified, nurture, disqualified, silent or still talking. */
    @OneOf({"qualified", "nurture", "disqualified", "silent", "talking"})
    public String recordQualification(
            String leadId,
            @OneOf({"qualified", "nurture", "disqualified", "silent", "talking"}) String verdict,
            @OneOf(kind = WordKind.REASON) String reason,
            String note) {
        return qualifications.rule(LeadId.of(leadId), verdict, reason, new Note(note));
    }

    /** Notes that a deal was opened, and what it may be worth. */
    public void recordOpportunity(String leadId, String amount) {
        opportunities.open(LeadId.of(leadId), amount);
    }

    /** Notes whether the deal was won or lost, and why. */
    @OneOf({"won", "lost"})
    public String recordOutcome(
            String leadId, @OneOf({"won", "lost"}) String result, String amount, String reason, String note) {
        return opportunities.close(LeadId.of(leadId), result, amount, reason, new Note(note));
    }

    /** Notes how a deal ended that was closed outside of this task. */
    @OneOf({"won", "lost"})
    public String recordSignalledOutcome(String leadId, @OneOf({"won", "lost"}) String result) {
        return opportunities.closedElsewhere(LeadId.of(leadId), result);
    }
}
