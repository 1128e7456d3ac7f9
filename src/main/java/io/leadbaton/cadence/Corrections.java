package io.leadbaton.cadence;

import io.leadbaton.NotKnown;
import io.leadbaton.Refused;
import io.leadbaton.lead.ContactWithdrawn;
import io.leadbaton.lead.Corrector;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Note;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Signals;
import io.leadbaton.lead.Stage;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Clocks;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts right what was logged wrong: the attempt, the numbers, and the work on the lead as far as it can be taken back. */
@Component
class Corrections {

    private final Leads leads;
    private final LeadEvents events;
    private final Attempts attempts;
    private final Clocks clocks;
    private final Signals signals;
    private final CadenceProcess process;
    private final ApplicationEventPublisher publisher;

    Corrections(
            Leads leads,
            LeadEvents events,
            Attempts attempts,
            Clocks clocks,
            Signals signals,
            CadenceProcess process,
            ApplicationEventPublisher publisher) {
        this.leads = leads;
        this.events = events;
        this.attempts = attempts;
        this.clocks = clocks;
        this.signals = signals;
        this.process = process;
        this.publisher = publisher;
    }

    @Transactional
    void correct(LeadId id, int number, Outcome outcome, Note note, Corrector by) {
        Lead lead = leads.lock(id);
        if (lead.stage() == Stage.ERASED) {
            throw new Refused("The person behind this lead was erased: nothing more is written about it.");
        }
        Attempts.Logged attempt =
                attempts.find(id, number).orElseThrow(() -> new NotKnown("There is no such attempt."));
        checkRight(by, attempt);
        if (attempt.outcome() == outcome) {
            throw new Refused("This is what is logged already. Choose what really came of the attempt.");
        }
        Consequence consequence = Consequence.of(attempt, outcome.kind(), lead, new Course(events.timeline(id)));
        write(attempt, outcome, note, by);
        carryOut(consequence, lead);
    }

    private static void checkRight(Corrector by, Attempts.Logged attempt) {
        if (by.mayCorrect(attempt.rep(), attempt.madeAt())) {
            return;
        }
        if (!by.logged(attempt.rep())) {
            throw new AccessDeniedException("Somebody else logged this attempt");
        }
        throw new Refused("The %d minutes to correct an attempt are over. Ask your manager to do it."
                .formatted(Corrector.FRESH.toMinutes()));
    }

    private void write(Attempts.Logged attempt, Outcome outcome, Note note, Corrector by) {
        attempts.correct(attempt, outcome, note.text().strip(), by.name());
        events.append(
                attempt.lead(),
                EventType.ATTEMPT_CORRECTED,
                "Attempt %d was not \"%s\" but \"%s\""
                        .formatted(attempt.number(), attempt.outcome().inWords(), outcome.inWords()),
                note.with(Map.of(
                        "attempt", attempt.number(), "was", attempt.outcome().wire(), "became", outcome.wire())));
        if (attempt.outcome().kind() == Outcome.Kind.CONTACT && outcome.kind() != Outcome.Kind.CONTACT) {
            leads.reconsiderContact(attempt.lead());
        }
    }

    private void carryOut(Consequence consequence, Lead lead) {
        switch (consequence) {
            case NUMBERS_ONLY -> {
                // The work goes on as it is.
            }
            case TALK_BEGINS -> process.contactWasMade(lead.id());
            case PLAN_GOES_ON -> withdrawContact(lead);
            case HOLD_ENDS -> signals.receive(lead.id(), Signal.of(Signal.Type.RESUME));
            case WORK_ENDS -> endWork(lead);
        }
        boolean movesAtOnce = consequence != Consequence.NUMBERS_ONLY && consequence != Consequence.HOLD_ENDS;
        if (movesAtOnce && leads.get(lead.id()).stage() == lead.stage()) {
            throw new Refused(
                    "The process of this lead cannot take the attempt back. Log the next attempt as it really is.");
        }
    }

    private void withdrawContact(Lead lead) {
        clocks.close(lead.id().value(), Clause.QUALIFICATION, "no contact after all");
        publisher.publishEvent(new ContactWithdrawn(lead.id()));
    }

    private void endWork(Lead lead) {
        leads.dataIsBad(lead.id());
        if (lead.stage() == Stage.ENGAGED) {
            withdrawContact(lead);
        } else {
            clocks.close(lead.id().value(), Clause.NEXT_ATTEMPT, "wrong data");
            process.dataWasWrong(lead.id());
        }
    }
}
