package io.leadbaton.lead.web;

import io.leadbaton.NotKnown;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.web.ShownLead.ShownAttempts;
import io.leadbaton.lead.web.ShownLead.ShownPerson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows in Tasklist whom a task is about, to those who may see the task. */
@RestController
class TaskCard {

    private static final int EVENTS = 3;

    private final Function<String, Optional<String>> leadOfTask;
    private final ShownLeads shown;
    private final LeadEvents events;

    TaskCard(
            @Qualifier("leadOfTask") Function<String, Optional<String>> leadOfTask,
            ShownLeads shown,
            LeadEvents events) {
        this.leadOfTask = leadOfTask;
        this.shown = shown;
        this.events = events;
    }

    @GetMapping(path = "/api/v1/tasks/{taskId}/lead", produces = MediaType.APPLICATION_JSON_VALUE)
    Card card(@PathVariable String taskId) {
        LeadId id = leadOfTask
                .apply(taskId)
                .map(LeadId::of)
                .orElseThrow(() -> new NotKnown("There is no such task, or it is not yours."));
        return card(id, shown.get(id));
    }

    private Card card(LeadId id, ShownLead lead) {
        ShownPerson person = lead.person();
        return new Card(
                lead.id(),
                lead.name(),
                person == null ? null : person.company(),
                person == null ? null : person.phone(),
                person == null ? null : person.email(),
                lead.stage(),
                lead.attempts(),
                events.latest(id, EVENTS).stream()
                        .map(event -> new Line(event.at(), event.actor(), event.type(), event.summary()))
                        .toList(),
                "/leads/" + lead.id());
    }

    record Card(
            String leadId,
            String name,
            @Nullable String company,
            @Nullable String phone,
            @Nullable String email,
            String stage,
            ShownAttempts attempts,
            List<Line> events,
            String url) {}

    record Line(Instant at, String actor, String type, String summary) {}
}
