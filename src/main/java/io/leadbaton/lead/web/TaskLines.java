package io.leadbaton.lead.web;

import io.leadbaton.LeadTask;
import io.leadbaton.NextAttempt;
import io.leadbaton.lead.web.OpenPromises.OpenPromise;
import io.leadbaton.lead.web.PeopleBehindLeads.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Whom the tasks of a list are about and how much time is left, read at once for the whole list. */
@Component
class TaskLines {

    private final PeopleBehindLeads people;
    private final OpenPromises promises;
    private final Function<Collection<String>, Map<String, NextAttempt>> nextAttempts;

    TaskLines(
            PeopleBehindLeads people,
            OpenPromises promises,
            @Qualifier("nextAttempts") Function<Collection<String>, Map<String, NextAttempt>> nextAttempts) {
        this.people = people;
        this.promises = promises;
        this.nextAttempts = nextAttempts;
    }

    List<Line> of(List<LeadTask> tasks) {
        List<String> leads = tasks.stream().map(LeadTask::leadId).distinct().toList();
        Map<String, Who> who = people.of(leads);
        Map<String, List<OpenPromise>> open = promises.of(leads);
        Map<String, NextAttempt> next = nextAttempts.apply(leads);
        return tasks.stream()
                .flatMap(task -> Optional.ofNullable(who.get(task.leadId()))
                        .map(person -> line(
                                task, person, next.get(task.leadId()), open.getOrDefault(task.leadId(), List.of())))
                        .stream())
                .toList();
    }

    private static Line line(LeadTask task, Who who, @Nullable NextAttempt next, List<OpenPromise> open) {
        return new Line(
                task.id(),
                task.leadId(),
                who.name(),
                who.company(),
                task.due(),
                next == null ? null : ShownAttempt.of(next, who.phone(), who.email()),
                open.stream().findFirst().orElse(null));
    }

    /**
     * A task in the list of tasks.
     *
     * @param next null while no attempt is planned
     * @param promise the one that falls due first, null when none is open
     */
    record Line(
            String taskId,
            String leadId,
            String name,
            @Nullable String company,
            @Nullable Instant due,
            @Nullable ShownAttempt next,
            @Nullable OpenPromise promise) {}
}
