package io.leadbaton.lead.web;

import io.leadbaton.LeadTask;
import io.leadbaton.lead.web.OpenPromises.OpenPromise;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom the tasks of a list are about and how much time is left, read at once for the whole list. */
@Repository
class TaskLines {

    private final JdbcClient jdbc;
    private final OpenPromises promises;

    TaskLines(JdbcClient jdbc, OpenPromises promises) {
        this.jdbc = jdbc;
        this.promises = promises;
    }

    List<Line> of(List<LeadTask> tasks) {
        List<String> leads = tasks.stream().map(LeadTask::leadId).distinct().toList();
        Map<String, Who> people = people(leads);
        Map<String, List<OpenPromise>> open = promises.of(leads);
        return tasks.stream()
                .flatMap(task -> Optional.ofNullable(people.get(task.leadId()))
                        .map(who -> line(task, who, open.getOrDefault(task.leadId(), List.of())))
                        .stream())
                .toList();
    }

    private static Line line(LeadTask task, Who who, List<OpenPromise> open) {
        return new Line(
                task.id(),
                task.leadId(),
                who.name(),
                who.company(),
                task.due(),
                open.stream().findFirst().orElse(null));
    }

    private Map<String, Who> people(Collection<String> leads) {
        return jdbc
                .sql("""
                        select l.id, p.first_name, p.last_name, p.email, p.phone, p.company from leadbaton.lead l
                        left join leadbaton.lead_person p on p.lead_id = l.id where l.id = any(:leads)
                        """)
                .param("leads", leads.toArray(String[]::new))
                .query((row, number) -> new Who(
                        row.getString("id"),
                        Names.of(
                                row.getString("first_name"),
                                row.getString("last_name"),
                                row.getString("email"),
                                row.getString("phone")),
                        row.getString("company")))
                .list()
                .stream()
                .collect(Collectors.toMap(Who::leadId, who -> who));
    }

    private record Who(String leadId, String name, @Nullable String company) {}

    /**
     * A task in the list of tasks.
     *
     * @param promise the one that falls due first, null when none is open
     */
    record Line(
            String taskId,
            String leadId,
            String name,
            @Nullable String company,
            @Nullable Instant due,
            @Nullable OpenPromise promise) {}
}
