package io.leadbaton.handoff;

import io.leadbaton.Collided;
import io.leadbaton.Refused;
import io.leadbaton.WaitingTask;
import io.leadbaton.lead.EventType;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Note;
import io.leadbaton.rep.Rep;
import io.leadbaton.rep.Reps;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person give a lead to a rep, whether it waits for one or somebody has it. */
@Component
class OwnerChanges {

    private final Leads leads;
    private final LeadEvents events;
    private final Reps reps;
    private final Reassignments reassignments;
    private final OwnerChoices choices;
    private final HandoffProcess process;

    OwnerChanges(
            Leads leads,
            LeadEvents events,
            Reps reps,
            Reassignments reassignments,
            OwnerChoices choices,
            HandoffProcess process) {
        this.leads = leads;
        this.events = events;
        this.reps = reps;
        this.reassignments = reassignments;
        this.choices = choices;
        this.process = process;
    }

    /** @param seen who had the lead when the person looked at it, empty for nobody; null when the person did not say */
    @Transactional
    void give(LeadId id, String toRep, Note why, @Nullable String seen) {
        String before = seen == null ? ownerOf(leads.get(id)) : seen;
        Lead lead = leads.lock(id);
        if (!ownerOf(lead).equals(before)) {
            throw new Collided();
        }
        WaitingTask task = choices.waitsFor(id);
        if (task != null && task.asksForRep()) {
            answer(task, lead, reps.requireAvailable(toRep), why);
        } else if (task != null && lead.owner() == null) {
            throw new Refused(
                    "Nobody can be given this lead now: it waits for %s (%s).".formatted(task.who(), task.name()));
        } else {
            reassignments.handOver(id, toRep, why);
        }
    }

    /** What the person says about it stays out of the engine. */
    private void answer(WaitingTask task, Lead lead, Rep to, Note why) {
        if (!why.text().isBlank()) {
            events.append(
                    lead.id(), EventType.OWNER_CHOSEN, to.name() + " was chosen", why.with(Map.of("rep", to.userId())));
        }
        process.repChosen(task.id(), to.userId());
    }

    private static String ownerOf(Lead lead) {
        return Objects.requireNonNullElse(lead.owner(), "");
    }
}
