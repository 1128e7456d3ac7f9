package io.leadbaton.sla;

import java.util.List;
import org.springframework.stereotype.Component;

/** Lets what a rep promised stand still while the rep is away. Promises made to the leads themselves run on. */
@Component
public class AwayOwners {

    private final ClockRows rows;
    private final Standstill standstill;

    AwayOwners(ClockRows rows, Standstill standstill) {
        this.rows = rows;
        this.standstill = standstill;
    }

    /** Stops what this owner promised, until {@link #end}; answers the leads concerned. */
    public List<String> begin(String owner, String why) {
        return rows.leadsOf(owner).stream()
                .filter(leadId -> begin(leadId, owner, why))
                .toList();
    }

    /** As {@link #begin(String, String)} for one lead; false when the owner promised nothing there. */
    public boolean begin(String leadId, String owner, String why) {
        List<SlaClock> promised = promisedBy(owner, leadId);
        standstill.begin(leadId, promised, Pauses.Cause.ABSENCE, why);
        return !promised.isEmpty();
    }

    /** Lets what the owner promised run on, except for leads on hold. */
    public void end(String owner) {
        rows.leadsOf(owner)
                .forEach(leadId ->
                        standstill.end(leadId, promisedBy(owner, leadId), Pauses.Cause.ABSENCE, "the owner is back"));
    }

    private List<SlaClock> promisedBy(String owner, String leadId) {
        return rows.openToChange(leadId).stream()
                .filter(open -> open.clause().isTheOwners() && owner.equals(open.owner()))
                .toList();
    }
}
