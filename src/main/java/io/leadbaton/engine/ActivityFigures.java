package io.leadbaton.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells Cockpit's diagrams what waits at each step and how urgent it is. */
@RestController
@Tag(name = "cockpit")
class ActivityFigures {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CockpitRights rights;

    ActivityFigures(JdbcClient jdbc, Clock clock, CockpitRights rights) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rights = rights;
    }

    @GetMapping(path = "/api/v1/process-definitions/{id}/activities", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What waits at each step of a process, by the nearest date of its task or of the lead's promises")
    Figures activities(@PathVariable String id) {
        rights.check(id);
        Instant now = clock.instant();
        return new Figures(jdbc.sql("""
                        with waiting as (
                            select e.act_id_ as activity, p.business_key_ as key,
                                (select min(t.due_date_) at time zone 'UTC' from camunda.act_ru_task t
                                 where t.execution_id_ = e.id_) as task_due
                            from camunda.act_ru_execution e
                            join camunda.act_ru_execution p on p.id_ = e.proc_inst_id_
                            where e.proc_def_id_ = :definition and e.is_active_ and e.act_id_ is not null),
                        dated as (
                            select w.activity, least(w.task_due,
                                (select min(c.due_at) from leadbaton.sla_clock c where c.closed_at is null
                                 and c.state <> 'paused' and (c.lead_id = w.key or c.id = w.key))) as due
                            from waiting w)
                        select activity, count(*) as open, count(*) filter (where due < :now) as overdue,
                            count(*) filter (where due >= :now and due < :soon) as soon
                        from dated group by activity order by activity
                        """)
                .param("definition", id)
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(Duration.ofHours(1))))
                .query((row, number) -> new Activity(
                        row.getString("activity"), row.getInt("open"), row.getInt("soon"), row.getInt("overdue")))
                .list());
    }

    record Figures(List<Activity> activities) {}

    /**
     * What waits at one step.
     *
     * @param open all of it
     * @param dueWithinTheHour part of what is open
     * @param overdue part of what is open
     */
    record Activity(String activityId, int open, int dueWithinTheHour, int overdue) {}
}
