package io.leadbaton.lifecycle;

import io.leadbaton.lead.LeadId;
import io.leadbaton.policy.OneOf;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps of the process {@code lifecycle}. */
@Component
public class LifecycleTasks {

    private final Sorting sorting;
    private final Endings endings;
    private final Beginnings beginnings;

    LifecycleTasks(Sorting sorting, Endings endings, Beginnings beginnings) {
        this.sorting = sorting;
        this.endings = endings;
        this.beginnings = beginnings;
    }

    /** Notes what sales operations decided: assess (once more), sales, nurture or closed; renewed when that happens under a newer policy. */
    @OneOf({"assess", "sales", "nurture", "closed", "renewed"})
    public String recordSortingOut(String leadId, @OneOf({"assess", "sales", "nurture", "disqualify"}) String verdict) {
        return sorting.decide(LeadId.of(leadId), verdict);
    }

    /** Keeps what is promised for this lead and starts the clocks that run from the first minute, unless it is past that. */
    public void startClocks(String leadId, List<Map<String, Object>> promises) {
        beginnings.promise(LeadId.of(leadId), promises);
    }

    /** Says whether a senior rep shall try again; never twice, and not when the contact plan rules it out. */
    public boolean considerSecondVoice(String leadId, String disposition) {
        return endings.deservesSecondVoice(LeadId.of(leadId), disposition);
    }

    /** Brings the lead to the stage its disposition leads to. */
    public void settleLead(String leadId, String disposition) {
        endings.settle(LeadId.of(leadId), disposition);
    }

    /** Takes a lead that opted out of everything from whoever works it. */
    public void suppressLead(String leadId) {
        endings.suppress(LeadId.of(leadId));
    }

    /** Takes a lead that was merged or erased from whoever works it. */
    public void letGo(String leadId) {
        endings.letGo(LeadId.of(leadId));
    }
}
