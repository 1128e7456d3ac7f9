package io.leadbaton.sla;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code escalation} what happened to the clock it watches, and Cockpit which lead is stuck. */
@Component
class EscalationProcess {

    private static final String INCIDENT = "slaBreached";

    /** Where a lead can stand still, the places a person works at first. */
    private static final List<String> WAITS = List.of("userTask", "intermediateTimer", "intermediateMessageCatch");

    private static final Set<String> CLAUSE_TIMERS =
            Arrays.stream(Clause.values()).map(clause -> clause.wire() + "Due").collect(Collectors.toSet());

    private final RuntimeService runtime;
    private final ManagementService management;

    EscalationProcess(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Starts the ladder and answers the process instance that climbs it. */
    String clauseRanOut(SlaClock clock) {
        return runtime.startProcessInstanceByKey(
                        "escalation", clock.id(), Map.of("leadId", clock.leadId(), "clockId", clock.id()))
                .getId();
    }

    /** Raises one incident for the clock where the lead waits; none when it waits nowhere or the incident stands already. */
    void leadIsStuck(SlaClock clock) {
        if (!incidents(clock.id()).isEmpty()) {
            return;
        }
        waitOf(clock.leadId())
                .ifPresent(wait -> runtime.createIncident(
                        INCIDENT,
                        wait.getExecutionIds()[0],
                        clock.id(),
                        clock.clause().inWords() + " overdue"));
    }

    @EventListener
    void clockClosed(ClockClosed closed) {
        if (closed.escalation() == null) {
            return;
        }
        incidents(closed.clockId()).forEach(incident -> runtime.resolveIncident(incident.getId()));
        runtime.createMessageCorrelation("clockStopped")
                .processInstanceBusinessKey(closed.clockId())
                .correlateAll();
    }

    /** Boundary timers are named after their clause, as in {@code dispositionDue}: each asks anew when it is due. */
    @EventListener
    void clocksMoved(ClocksMoved moved) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(moved.leadId()).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(timer -> CLAUSE_TIMERS.contains(activityOf(timer)))
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    private String activityOf(Job timer) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private List<Incident> incidents(String clockId) {
        return runtime.createIncidentQuery()
                .incidentType(INCIDENT)
                .configuration(clockId)
                .list();
    }

    private Optional<ActivityInstance> waitOf(String leadId) {
        List<ActivityInstance> leaves =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(leadId).list().stream()
                        .map(ProcessInstance::getId)
                        .map(runtime::getActivityInstance)
                        .flatMap(EscalationProcess::leaves)
                        .toList();
        return WAITS.stream()
                .flatMap(type ->
                        leaves.stream().filter(leaf -> leaf.getActivityType().equals(type)))
                .findFirst();
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance instance) {
        ActivityInstance[] children = instance.getChildActivityInstances();
        return children.length == 0 ? Stream.of(instance) : Stream.of(children).flatMap(EscalationProcess::leaves);
    }
}
