package io.leadbaton.lead.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.leadbaton.WaitingTask;
import io.leadbaton.lead.Stage;
import io.leadbaton.lead.web.PeopleBehindLeads.Who;
import io.leadbaton.lead.web.StuckLeads.StuckLead;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Says of overdue promises what their leads wait for, and to those who act on it whom they are about. */
@Component
class StuckLines {

    private final PeopleBehindLeads people;
    private final Function<Collection<String>, Map<String, String>> instancesOfLeads;
    private final Function<Collection<String>, List<WaitingTask>> waitingTasks;

    StuckLines(
            PeopleBehindLeads people,
            @Qualifier("instancesOfLeads") Function<Collection<String>, Map<String, String>> instancesOfLeads,
            @Qualifier("waitingTasks") Function<Collection<String>, List<WaitingTask>> waitingTasks) {
        this.people = people;
        this.instancesOfLeads = instancesOfLeads;
        this.waitingTasks = waitingTasks;
    }

    /** @param mayReassign whether who asks gives leads to others; everybody else gets no names */
    List<Line> of(List<StuckLead> stuck, boolean mayReassign) {
        List<String> leads = stuck.stream().map(StuckLead::leadId).distinct().toList();
        Map<String, String> instances = instancesOfLeads.apply(leads);
        Map<String, WaitingTask> tasks = tasks(leads);
        Map<String, Who> who = mayReassign ? people.of(leads) : Map.of();
        return stuck.stream()
                .map(lead -> line(
                        lead,
                        instances.get(lead.leadId()),
                        tasks.get(lead.leadId()),
                        who.get(lead.leadId()),
                        mayReassign))
                .toList();
    }

    private Map<String, WaitingTask> tasks(List<String> leads) {
        return waitingTasks.apply(leads).stream()
                .sorted(Comparator.comparing(task -> !task.asksForRep()))
                .collect(Collectors.toMap(WaitingTask::leadId, task -> task, (first, later) -> first));
    }

    private static Line line(
            StuckLead lead,
            @Nullable String instance,
            @Nullable WaitingTask task,
            @Nullable Who who,
            boolean mayReassign) {
        boolean asksForRep = task != null && task.asksForRep();
        boolean isOwned = lead.owner() != null && Stage.valueOf(lead.stage()).isWithSales();
        return new Line(
                lead,
                instance,
                who == null ? null : who.name(),
                who == null ? null : who.company(),
                task == null ? null : task.name(),
                task == null ? null : task.who(),
                mayReassign && (asksForRep || isOwned));
    }

    /**
     * One overdue promise, with the lead it was made to.
     *
     * @param instance root process instance of the lead, null when none runs
     * @param name what to call the person; null for those who give no leads
     * @param waitsFor what somebody has to do about the lead now; null between two attempts
     * @param waitsForWhom who has to do it, a person or a group
     * @param mayBeGiven whether who asks can give the lead to a rep now
     */
    record Line(
            @JsonUnwrapped StuckLead lead,
            @Nullable String instance,
            @Nullable String name,
            @Nullable String company,
            @Nullable String waitsFor,
            @Nullable String waitsForWhom,
            boolean mayBeGiven) {}
}
