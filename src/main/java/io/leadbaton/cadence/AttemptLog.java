package io.leadbaton.cadence;

import io.leadbaton.FormDates;
import io.leadbaton.Refused;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Note;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes down what reps did to reach a lead. */
@Component
class AttemptLog {

    private final Leads leads;
    private final LeadEvents events;
    private final Attempts attempts;
    private final ContactPlans plans;
    private final Clocks clocks;
    private final Clock clock;

    AttemptLog(Leads leads, LeadEvents events, Attempts attempts, ContactPlans plans, Clocks clocks, Clock clock) {
        this.leads = leads;
        this.events = events;
        this.attempts = attempts;
        this.plans = plans;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** @param channelNamed what the rep was asked to use, or says to have used instead; blank for what the plan says */
    String add(LeadId id, String outcomeNamed, Note note, String callBackAt, String channelNamed) {
        Outcome outcome = Outcome.named(outcomeNamed);
        if (outcome == Outcome.CALL_BACK) {
            leads.hold(id, callBack(callBackAt));
        }
        Lead lead = leads.lock(id);
        write(lead, channel(lead, channelNamed), outcome, note);
        clocks.keep(id.value(), Clause.NEXT_ATTEMPT, Clause.FIRST_RESPONSE, Clause.PROCESSED);
        return outcome.kind().wire();
    }

    /** Asked for again here it might be another one: who opts out while the mail is written was mailed all the same. */
    private ContactChannel channel(Lead lead, String named) {
        ContactPlan plan = plans.of(lead);
        if (named.isBlank()) {
            return plan.channelFor(lead);
        }
        ContactChannel channel = ContactChannel.of(named);
        if (!ContactChannel.KNOWN.contains(channel) && !plan.channels().contains(named)) {
            throw new Refused("Choose how you tried to reach the lead.");
        }
        return channel;
    }

    private void write(Lead lead, ContactChannel channel, Outcome outcome, Note note) {
        attempts.add(new Attempts.Made(
                lead.id(),
                lead.cadenceRound(),
                channel.wire(),
                outcome,
                note.text().strip(),
                Objects.requireNonNullElse(lead.owner(), "nobody"),
                lead.nextAttemptAt()));
        leads.attempted(lead.id());
        events.append(
                lead.id(),
                EventType.ATTEMPT_LOGGED,
                "Attempt %d of %d by %s: %s"
                        .formatted(lead.attemptsMade() + 1, lead.attemptsPlanned(), channel.name(), outcome.inWords()),
                note.with(Map.of("outcome", outcome.wire(), "channel", channel.wire())));
    }

    private Instant callBack(String at) {
        if (at.isBlank()) {
            throw new Refused("Say when to call back.");
        }
        Instant date = FormDates.read(at);
        if (!date.isAfter(clock.instant())) {
            throw new Refused("The date to call back lies in the past. Choose a later one.");
        }
        return date;
    }
}
