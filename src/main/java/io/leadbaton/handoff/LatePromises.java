package io.leadbaton.handoff;

import io.leadbaton.lead.PersonErased;
import io.leadbaton.rep.Notices;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.ClockClosed;
import io.leadbaton.sla.ClockContested;
import io.leadbaton.sla.ClockExcused;
import io.leadbaton.sla.ClockMissed;
import io.leadbaton.sla.Rung;
import io.leadbaton.sla.RungReached;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the people concerned that a promise is broken, and takes the word back once it is settled. */
@Component
class LatePromises {

    private static final String MANAGERS = "sales-manager";
    private static final String OPERATIONS = "sales-operations";
    private static final String MARKETING = "marketing";

    private final Notices notices;

    LatePromises(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void clockMissed(ClockMissed missed) {
        String text = overdue(missed.clause());
        if (missed.owner() != null) {
            notices.tellUser(missed.owner(), missed.leadId(), text);
        }
        notices.tell(missed.clause() == Clause.REJECTION_REVIEW ? MARKETING : MANAGERS, missed.leadId(), text);
    }

    @EventListener
    void rungReached(RungReached reached) {
        if (reached.rung() == Rung.COPY_MANAGER) {
            notices.tell(MANAGERS, reached.leadId(), stillOverdue(reached.clause()));
        } else if (reached.rung() == Rung.SALES_OPERATIONS) {
            notices.tell(OPERATIONS, reached.leadId(), stillOverdue(reached.clause()));
        }
    }

    @EventListener
    void clockContested(ClockContested contested) {
        notices.tell(MANAGERS, contested.leadId(), contested(contested.clause()));
    }

    @EventListener
    void clockExcused(ClockExcused excused) {
        notices.withdraw(excused.leadId(), contested(excused.clause()));
    }

    @EventListener
    void clockClosed(ClockClosed closed) {
        if (!closed.met()) {
            notices.withdraw(closed.leadId(), overdue(closed.clause()));
            notices.withdraw(closed.leadId(), stillOverdue(closed.clause()));
            notices.withdraw(closed.leadId(), nobodyElse(closed.clause()));
        }
    }

    /** Also what is contested: a breach of an erased lead is excused no longer. */
    @EventListener
    void personErased(PersonErased erased) {
        notices.withdrawAll(erased.leadId().value());
    }

    private static String overdue(Clause clause) {
        return "Overdue: " + clause.inWords() + ".";
    }

    static String nobodyElse(Clause clause) {
        return "Overdue, and nobody else can take it: " + clause.inWords() + ".";
    }

    private static String contested(Clause clause) {
        return "A breach is contested: " + clause.inWords() + ". Excuse it, or let it stand.";
    }

    private static String stillOverdue(Clause clause) {
        return "Still overdue, please step in: " + clause.inWords() + ".";
    }
}
