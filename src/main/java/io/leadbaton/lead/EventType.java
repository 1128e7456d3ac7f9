package io.leadbaton.lead;

import java.util.Locale;

/** What can happen to a lead, under the names its timeline shows to the outside. */
public enum EventType {
    LEAD_RECEIVED,
    LEAD_SCORED,
    LEAD_ASSIGNED,
    LEAD_ACCEPTED,
    LEAD_REJECTED,
    ATTEMPT_LOGGED,
    ATTEMPT_CORRECTED,
    LEAD_ENGAGED,
    LEAD_HELD,
    LEAD_RESUMED,
    LEAD_QUALIFIED,
    OPPORTUNITY_OPENED,
    LEAD_DISPOSED,
    LEAD_RECYCLED,
    LEAD_WON,
    LEAD_LOST,
    LEAD_MERGED,
    LEAD_SUPPRESSED,
    LEAD_ARCHIVED,
    LEAD_CLOSED,
    SIGNAL_RECEIVED,
    REJECTION_REVIEWED,
    CLOCK_STARTED,
    CLOCK_MET,
    CLOCK_MISSED,
    CLOCK_PAUSED,
    CLOCK_RESUMED,
    CLOCK_WARNED,
    CLOCK_MOVED,
    CLOCK_CONTESTED,
    CLOCK_EXCUSED,
    PERSON_ERASED,
    ASSIGNMENT_OVERDUE,
    OWNER_MISSING,
    OWNER_CHOSEN,
    SORTING_NEEDED,
    LEAD_SORTED,
    POLICY_CHANGED,
    DRIP_SENT;

    /** As in {@code lead-received}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
