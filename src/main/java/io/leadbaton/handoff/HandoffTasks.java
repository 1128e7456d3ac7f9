package io.leadbaton.handoff;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.WordKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps of the process {@code handoff}. */
@Component
public class HandoffTasks {

    private final Handoffs handoffs;
    private final RejectionReviews reviews;
    private final RepChoices choices;

    HandoffTasks(Handoffs handoffs, RejectionReviews reviews, RepChoices choices) {
        this.handoffs = handoffs;
        this.reviews = reviews;
        this.choices = choices;
    }

    /** Gives the lead to the rep of the team with the fewest open leads; empty when nobody is left to ask. */
    public String assignRep(String leadId, String team, String skill, int maxReps) {
        return handoffs.assign(LeadId.of(leadId), new Pool(team, skill, maxReps));
    }

    /** Notes whether the rep takes the lead, or why not. True when it was accepted. */
    public boolean recordAcceptance(
            String leadId,
            @OneOf({"accept", "reject"}) String decision,
            @OneOf(kind = WordKind.REASON) String reason,
            String note) {
        return handoffs.decide(LeadId.of(leadId), decision, reason, new Note(note));
    }

    /** Takes the lead from a rep who did not answer in time, and passes over that rep for a while. */
    public void passOver(String leadId) {
        handoffs.passOver(LeadId.of(leadId));
    }

    /** Gives the lead to the rep whom sales operations chose. */
    public String recordHandAssignment(String leadId, String rep) {
        return handoffs.assignByHand(LeadId.of(leadId), rep);
    }

    /** Notes how marketing ruled on a rejection: overturn, nurture or disqualified. */
    @OneOf({"overturn", "nurture", "disqualified"})
    public String recordReview(
            String leadId, @OneOf({"overturn", "nurture", "disqualify"}) String verdict, String note) {
        return reviews.rule(LeadId.of(leadId), verdict, new Note(note));
    }

    /** The reps who could take a lead now, for the list of a form. */
    public List<Map<String, String>> repChoices() {
        return choices.get();
    }
}
