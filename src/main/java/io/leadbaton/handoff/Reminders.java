package io.leadbaton.handoff;

import io.leadbaton.Refused;
import io.leadbaton.WaitingTask;
import io.leadbaton.lead.LeadId;
import io.leadbaton.rep.Notices;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks those a lead waits for to look at it: they find it on their home page. */
@Component
class Reminders {

    private final OwnerChoices choices;
    private final Notices notices;
    private final Supplier<String> actor;

    Reminders(OwnerChoices choices, Notices notices, @Qualifier("actor") Supplier<String> actor) {
        this.choices = choices;
        this.notices = notices;
        this.actor = actor;
    }

    void remind(LeadId lead) {
        WaitingTask task = choices.waitsFor(lead);
        if (task == null) {
            throw new Refused("This lead waits for nobody now: there is nobody to remind.");
        }
        String text = "%s asks you to look at this lead: %s.".formatted(actor.get(), task.name());
        if (task.assignee() != null) {
            notices.tellUser(task.assignee(), lead.value(), text);
        } else if (task.group() != null) {
            notices.tell(task.group(), lead.value(), text);
        } else {
            throw new Refused(
                    "'%s' is offered to nobody: ask the process owner to name a group.".formatted(task.name()));
        }
    }
}
