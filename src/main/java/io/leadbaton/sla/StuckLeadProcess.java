package io.leadbaton.sla;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows in Cockpit where leads are stuck: one incident per broken promise, which follows the lead until it is settled. */
@Component
class StuckLeadProcess {

    private static final String INCIDENT = "slaBreached";

    /** Where a lead can stand still, the places a person works at first. */
    private static final String WAIT = """
            with instance as (select id_ from camunda.act_ru_execution where business_key_ = :lead)
            select place from (
                select t.execution_id_ as place, 1 as number
                from instance i join camunda.act_ru_task t on t.proc_inst_id_ = i.id_
                union all
                select j.execution_id_, 2
                from instance i join camunda.act_ru_job j on j.process_instance_id_ = i.id_
                where j.handler_type_ = 'timer-intermediate-transition'
                union all
                select s.execution_id_, 3
                from instance i join camunda.act_ru_event_subscr s on s.proc_inst_id_ = i.id_
                join camunda.act_ru_execution e on e.id_ = s.execution_id_ and e.act_id_ = s.activity_id_
            ) waits order by number limit 1
            """;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ClockRows rows;
    private final JdbcClient jdbc;
    private final Function<String, List<Task>> leadTasks;

    StuckLeadProcess(
            RuntimeService runtime,
            TaskService tasks,
            ClockRows rows,
            JdbcClient jdbc,
            @Qualifier("leadTasks") Function<String, List<Task>> leadTasks) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.rows = rows;
        this.jdbc = jdbc;
        this.leadTasks = leadTasks;
    }

    /** Raises the incident of the clock where the lead waits, unless it stands already. */
    void leadIsStuck(SlaClock late) {
        if (incidents(late.id()).isEmpty()) {
            waitOf(late.leadId()).ifPresent(place -> raise(late, place));
        }
    }

    @EventListener
    void taskCreated(DelegateTask task) {
        List<SlaClock> pressing = pressing(task.getExecution());
        if (!pressing.isEmpty()) {
            task.setPriority(Urgency.of(pressing));
            moveTo(task.getExecution(), pressing);
        }
    }

    @EventListener
    void leadWaits(DelegateExecution execution) {
        moveTo(execution, pressing(execution));
    }

    private List<SlaClock> pressing(DelegateExecution execution) {
        String leadId = execution.getProcessBusinessKey();
        return leadId == null ? List.of() : rows.pressingOf(leadId);
    }

    private void moveTo(DelegateExecution execution, List<SlaClock> pressing) {
        pressing.stream().filter(SlaClock::isMissed).forEach(late -> {
            resolve(late.id());
            raise(late, execution.getId());
        });
    }

    @EventListener
    void clockWarned(ClockWarned warned) {
        press(warned.leadId());
    }

    @EventListener
    void clockMissed(ClockMissed missed) {
        press(missed.leadId());
    }

    @EventListener
    void clockClosed(ClockClosed closed) {
        if (closed.escalation() != null) {
            resolve(closed.clockId());
            press(closed.leadId());
        }
    }

    private void press(String leadId) {
        int urgency = Urgency.of(rows.pressingOf(leadId));
        leadTasks.apply(leadId).stream()
                .filter(task -> task.getPriority() != urgency)
                .forEach(task -> tasks.setPriority(task.getId(), urgency));
    }

    private void raise(SlaClock late, String execution) {
        runtime.createIncident(INCIDENT, execution, late.id(), late.clause().inWords() + " overdue");
    }

    private void resolve(String clockId) {
        incidents(clockId).forEach(this::resolve);
    }

    /**
     * Within a step of the engine by the entity itself: the engine would look for the incident in the database, which does not know
     * yet what this step raised, and misses copies at calling activities it read before somebody else's step added them.
     */
    private void resolve(Incident root) {
        if (Context.getCommandContext() == null) {
            runtime.resolveIncident(root.getId());
            return;
        }
        List<Incident> all =
                runtime.createIncidentQuery().rootCauseIncidentId(root.getId()).list();
        Stream.concat(Stream.of(root), all.stream())
                .filter(StuckLeadProcess::isThere)
                .forEach(incident -> ((IncidentEntity) incident).resolve());
    }

    /** With those that this very step raised, and without those it resolved: the database learns of them at its end only. */
    private List<Incident> incidents(String clockId) {
        List<Incident> stored = runtime.createIncidentQuery()
                .incidentType(INCIDENT)
                .configuration(clockId)
                .list();
        CommandContext step = Context.getCommandContext();
        Stream<Incident> raised = step == null
                ? Stream.empty()
                : step.getDbEntityManager().getCachedEntitiesByType(IncidentEntity.class).stream()
                        .filter(incident -> clockId.equals(incident.getConfiguration()))
                        .map(Incident.class::cast);
        return Stream.concat(stored.stream(), raised)
                .filter(StuckLeadProcess::isThere)
                .distinct()
                .toList();
    }

    private static boolean isThere(Incident incident) {
        CommandContext step = Context.getCommandContext();
        return step == null || !step.getDbEntityManager().isDeleted((DbEntity) incident);
    }

    /** The execution that stands there. */
    private Optional<String> waitOf(String leadId) {
        return jdbc.sql(WAIT).param("lead", leadId).query(String.class).optional();
    }
}
