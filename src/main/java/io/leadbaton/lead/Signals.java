package io.leadbaton.lead;

import io.leadbaton.Refused;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is heard from a lead: first into its timeline, then to whoever waits for it. Nobody waiting is normal: a reply stays
 * noted and each process asks for it before it waits.
 */
@Component
public class Signals {

    private final Leads leads;
    private final LeadEvents events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Signals(Leads leads, LeadEvents events, ApplicationEventPublisher publisher, Clock clock) {
        this.leads = leads;
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Of a merged lead, the one it was merged into hears the signal. Refuses a signal that asks for a move the lead cannot make now; everything else is at least kept. */
    @Transactional
    public void receive(LeadId id, Signal signal) {
        take(leads.survivorOf(id), signal);
    }

    private void take(LeadId id, Signal signal) {
        Lead lead = leads.lock(id);
        check(lead, signal);
        events.append(
                id, EventType.SIGNAL_RECEIVED, "Signal: " + signal.type().wire().replace('-', ' '), details(signal));
        if (!lead.stage().isOpen()) {
            return;
        }
        note(id, lead.stage(), signal);
        publisher.publishEvent(new LeadSignalled(id, signal, lead.stage()));
    }

    private void check(Lead lead, Signal signal) {
        switch (signal.type()) {
            case HOLD -> checkHold(lead, signal);
            case RESUME -> need(lead, Stage.ON_HOLD, "Only a lead on hold can be resumed");
            case WON, LOST -> checkDeal(lead);
            case REPLIED, MEETING_BOOKED, ENGAGED, BOUNCED, OPTED_OUT -> {
                // Heard is heard, at any stage.
            }
        }
    }

    private void checkHold(Lead lead, Signal signal) {
        need(lead, Stage.WORKING, "Only a lead in work can be put on hold");
        refuseWhenRuledUpon(lead);
        if (signal.until() == null || !signal.until().isAfter(clock.instant())) {
            throw new Refused("A hold needs a date in the future, so that the lead is not forgotten.");
        }
    }

    private static void checkDeal(Lead lead) {
        need(lead, Stage.OPPORTUNITY, "Only an opportunity can be won or lost");
        refuseWhenRuledUpon(lead);
    }

    private static void refuseWhenRuledUpon(Lead lead) {
        if (lead.owner() == null) {
            throw new Refused("This lead waits for a second voice. Try again when a senior rep has taken it over.");
        }
    }

    private static void need(Lead lead, Stage stage, String rule) {
        if (lead.stage() != stage) {
            throw new Refused("%s; this one is %s.".formatted(rule, lead.stage().inWords()));
        }
    }

    /** Once a rep talks with the lead, a reply is part of the talk and waits for nothing. */
    private void noteReply(LeadId id, Stage stage) {
        switch (stage) {
            case ENGAGED, SQL, OPPORTUNITY -> {
                // The rep who talks with the lead has it.
            }
            default -> leads.replyWaits(id);
        }
    }

    private void note(LeadId id, Stage stage, Signal signal) {
        switch (signal.type()) {
            case REPLIED, MEETING_BOOKED -> noteReply(id, stage);
            case BOUNCED -> leads.mailBounced(id);
            case HOLD -> leads.hold(id, signal.until());
            case WON, LOST -> leads.worth(id, signal.amount());
            case ENGAGED, OPTED_OUT, RESUME -> {
                // Whoever waits for it acts on it.
            }
        }
    }

    private static Map<String, Object> details(Signal signal) {
        Map<String, Object> details = new HashMap<>();
        details.put("signal", signal.type().wire());
        if (signal.at() != null) {
            details.put("heardAt", signal.at().toString());
        }
        if (signal.until() != null) {
            details.put("until", signal.until().toString());
        }
        if (signal.note() != null) {
            details.put("note", signal.note());
        }
        if (signal.amount() != null) {
            details.put("amount", signal.amount());
        }
        return details;
    }
}
