package io.leadbaton.lead.web;

import io.leadbaton.LeadTask;
import io.leadbaton.NotKnown;
import io.leadbaton.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows in Tasklist whom tasks are about, to those who may see the tasks. */
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "tasks")
class TaskApi {

    private static final int MOST = 100;
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private final Function<Collection<String>, List<LeadTask>> leadsOfTasks;
    private final TaskCard card;
    private final TaskLines lines;
    private final Clock clock;

    TaskApi(
            @Qualifier("leadsOfTasks") Function<Collection<String>, List<LeadTask>> leadsOfTasks,
            TaskCard card,
            TaskLines lines,
            Clock clock) {
        this.leadsOfTasks = leadsOfTasks;
        this.card = card;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/{taskId}/lead")
    @Operation(summary = "The lead card of a task")
    TaskCard.Card card(@PathVariable String taskId) {
        return leadsOfTasks.apply(List.of(taskId)).stream()
                .findFirst()
                .map(card::of)
                .orElseThrow(() -> new NotKnown("There is no such task, or it is not yours."));
    }

    @GetMapping("/leads")
    @Operation(summary = "Whom the tasks of a list are about; tasks that are gone or not yours are left out")
    Lines lines(@RequestParam List<String> task) {
        if (task.size() > MOST || !task.stream().allMatch(ID.asMatchPredicate())) {
            throw RequestRefused.badQuery("Ask for up to " + MOST + " tasks at a time, by their ids.");
        }
        return new Lines(clock.instant(), lines.of(leadsOfTasks.apply(task)));
    }

    /**
     * The tasks of a list.
     *
     * @param now the time of the service, by which countdowns run
     */
    record Lines(Instant now, List<TaskLines.Line> tasks) {}
}
