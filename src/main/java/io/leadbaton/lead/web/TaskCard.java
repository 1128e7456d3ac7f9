package io.leadbaton.lead.web;

import io.leadbaton.LeadTask;
import io.leadbaton.NextAttempt;
import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.web.OpenPromises.OpenPromise;
import io.leadbaton.lead.web.ShownLead.ShownAttempts;
import io.leadbaton.lead.web.ShownLead.ShownPerson;
import io.leadbaton.lead.web.ShownLead.ShownScore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Puts together what a rep has to know about a lead before the call. */
@Component
class TaskCard {

    private static final int CONVERSATION = 50;

    private final ShownLeads shown;
    private final LeadEvents events;
    private final OpenPromises promises;
    private final Function<Collection<String>, Map<String, NextAttempt>> nextAttempts;
    private final Function<String, ZoneId> teamZoneOfLead;
    private final Clock clock;

    TaskCard(
            ShownLeads shown,
            LeadEvents events,
            OpenPromises promises,
            @Qualifier("nextAttempts") Function<Collection<String>, Map<String, NextAttempt>> nextAttempts,
            @Qualifier("teamZoneOfLead") Function<String, ZoneId> teamZoneOfLead,
            Clock clock) {
        this.shown = shown;
        this.events = events;
        this.promises = promises;
        this.nextAttempts = nextAttempts;
        this.teamZoneOfLead = teamZoneOfLead;
        this.clock = clock;
    }

    Card of(LeadTask task) {
        LeadId id = LeadId.of(task.leadId());
        ShownLead lead = shown.get(id);
        return new Card(
                clock.instant(),
                task.due(),
                lead.id(),
                lead.name(),
                lead.person(),
                lead.stage(),
                lead.attempts(),
                lead.next(nextAttempts),
                lead.score(),
                place(lead),
                promises.of(List.of(lead.id())).getOrDefault(lead.id(), List.of()),
                events.latest(id, CONVERSATION).stream().map(TaskCard::said).toList(),
                "/leads/" + lead.id());
    }

    private Place place(ShownLead lead) {
        String own = lead.person() == null ? null : lead.person().timeZone();
        return own != null
                ? new Place(own, true)
                : new Place(teamZoneOfLead.apply(lead.id()).getId(), false);
    }

    private static Said said(LeadEvent event) {
        Object note = event.details().get("note");
        return new Said(
                event.at(), event.actor(), event.type(), event.summary(), note == null ? null : note.toString());
    }

    /**
     * A lead as the card above a form shows it.
     *
     * @param now the time of the service, by which the countdown runs
     * @param due when the task itself is due
     * @param next null while no attempt is planned
     * @param promises still to be kept, the nearest first
     * @param conversation what was done and said, newest first
     */
    record Card(
            Instant now,
            @Nullable Instant due,
            String leadId,
            String name,
            @Nullable ShownPerson person,
            String stage,
            ShownAttempts attempts,
            @Nullable ShownAttempt next,
            ShownScore score,
            Place place,
            List<OpenPromise> promises,
            List<Said> conversation,
            String url) {}

    /**
     * Whose time of day counts.
     *
     * @param known false when it is the team's, because nobody knows where the lead is
     */
    record Place(String timeZone, boolean known) {}

    record Said(
            Instant at,
            String actor,
            String type,
            String summary,
            @Nullable String note) {}
}
