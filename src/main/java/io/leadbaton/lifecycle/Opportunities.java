package io.leadbaton.lifecycle;

import io.leadbaton.Refused;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Note;
import io.leadbaton.lead.Stage;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows a deal from its opening to the win or the loss. */
@Component
class Opportunities {

    private static final BigDecimal MOST = new BigDecimal("999999999999");

    private final Leads leads;
    private final LeadEvents events;
    private final Clocks clocks;

    Opportunities(Leads leads, LeadEvents events, Clocks clocks) {
        this.leads = leads;
        this.events = events;
        this.clocks = clocks;
    }

    void open(LeadId id, String amount) {
        Lead lead = leads.get(id);
        leads.worth(id, worth(amount));
        leads.move(id, Stage.OPPORTUNITY, "Opportunity opened", EventType.OPPORTUNITY_OPENED);
        clocks.keep(id.value(), Clause.OPPORTUNITY);
        clocks.start(id.value(), Clause.FOLLOW_UP, lead.owner());
    }

    String close(LeadId id, String result, String amount, String reason, Note note) {
        leads.worth(id, worth(amount));
        switch (result) {
            case "won" -> win(id, note);
            case "lost" -> lose(id, reason, note);
            default -> throw new Refused("Choose whether the deal was won or lost.");
        }
        clocks.keep(id.value(), Clause.FOLLOW_UP);
        return result;
    }

    String closedElsewhere(LeadId id, String result) {
        return close(id, result, "", "told by another system", new Note(""));
    }

    private void win(LeadId id, Note note) {
        leads.move(id, Stage.WON, "Won", EventType.LEAD_WON, note.with(Map.of()));
    }

    private void lose(LeadId id, String reason, Note note) {
        if (reason.isBlank()) {
            throw new Refused("Say why the deal was lost, so that marketing can learn from it.");
        }
        Note why = new Note((reason.strip() + "\n" + note.text()).strip());
        events.append(id, EventType.LEAD_LOST, "Deal lost", why.with(Map.of()));
    }

    private static @Nullable BigDecimal worth(String amount) {
        if (amount.isBlank()) {
            return null;
        }
        try {
            BigDecimal worth = new BigDecimal(amount);
            if (worth.signum() < 0 || worth.compareTo(MOST) > 0) {
                throw new Refused("The amount of a deal is 0 or more.");
            }
            return worth;
        } catch (NumberFormatException e) {
            throw new Refused("The amount is no number.");
        }
    }
}
