package io.leadbaton;

import io.leadbaton.lead.Intake;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadReceived;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.LeadsReceived;
import io.leadbaton.lead.NewLead;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Signals;
import io.leadbaton.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plays what people and time do to leads, in the words of the business; the clock is moved, nothing sleeps. */
@Component
public class Scenario {

    private final Intake intake;
    private final Signals signals;
    private final Leads leads;
    private final LeadEvents events;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private boolean policyFails;
    private Runnable onceStored = () -> {};

    Scenario(
            Intake intake,
            Signals signals,
            Leads leads,
            LeadEvents events,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient jdbc) {
        this.intake = intake;
        this.signals = signals;
        this.leads = leads;
        this.events = events;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
    }

    public LeadId arrives(NewLead lead) {
        return intake.receive(lead, "test").leadId();
    }

    /** Comes in while the policy fails to assess it. */
    public LeadId arrivesUnassessed(NewLead lead) {
        LeadId[] arrived = new LeadId[1];
        whileThePolicyFails(() -> arrived[0] = arrives(lead));
        return arrived[0];
    }

    public void whileThePolicyFails(Runnable work) {
        policyFails = true;
        try {
            work.run();
        } finally {
            policyFails = false;
        }
    }

    /** Does the work while the next leads come in: they are stored, and not yet on their way. */
    public void onceStored(Runnable work) {
        onceStored = work;
    }

    private void happensOnceStored() {
        Runnable work = onceStored;
        onceStored = () -> {};
        work.run();
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void leadsReceived(LeadsReceived received) {
        happensOnceStored();
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void leadReceived(LeadReceived received) {
        happensOnceStored();
        if (policyFails && received.sortOut() == null) {
            throw new IllegalStateException("a table that throws");
        }
    }

    public void hears(LeadId lead, Signal.Type type) {
        signals.receive(lead, Signal.of(type));
    }

    public void hears(LeadId lead, Signal signal) {
        signals.receive(lead, signal);
    }

    /** Completes the open task of that key with what a form would send. */
    public void completes(LeadId lead, String taskKey, Map<String, Object> fields) {
        tasks.complete(task(lead, taskKey).getId(), fields);
    }

    public void completes(LeadId lead, String taskKey) {
        completes(lead, taskKey, Map.of());
    }

    public void accepts(LeadId lead) {
        completes(lead, "acceptLead", Map.of("decision", "accept"));
    }

    /** Lets the planned attempt fall due and makes it. */
    public void tries(LeadId lead, String outcome) {
        if (openTasks(lead).isEmpty()) {
            fires(lead, "attemptPlanned");
        }
        completes(lead, "makeAttempt", Map.of("outcome", outcome));
    }

    public Task task(LeadId lead, String taskKey) {
        return openTasks(lead).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task " + taskKey + "; waits at " + waitsAt(lead)));
    }

    public List<Task> openTasks(LeadId lead) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(lead.value())
                .initializeFormKeys()
                .list();
    }

    /** Moves the clock to the date of the timer and fires it. */
    public void fires(LeadId lead, String timer) {
        fires(timer(lead, timer));
    }

    private void fires(Job job) {
        Date due = job.getDuedate();
        if (due.after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(due);
        }
        management.executeJob(job.getId());
    }

    /** Lets time pass for a lead: whatever falls due for it on the way happens when it is due. */
    public void livesUntil(LeadId lead, Instant end) {
        Optional<Job> due = nextDue(lead, end);
        for (int fired = 0; due.isPresent(); fired++, due = nextDue(lead, end)) {
            if (fired == 1000) {
                throw new AssertionError("Time stands still at " + due.get());
            }
            fires(due.get());
        }
        ClockUtil.setCurrentTime(Date.from(end));
    }

    private Optional<Job> nextDue(LeadId lead, Instant end) {
        return Stream.concat(instances(lead).map(ProcessInstance::getId), escalations(lead).stream())
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).timers().list().stream())
                .filter(job -> !job.getDuedate().toInstant().isAfter(end))
                .min(Comparator.comparing(Job::getDuedate));
    }

    private List<String> escalations(LeadId lead) {
        return jdbc.sql("""
                        select escalation from leadbaton.sla_clock
                        where lead_id = ? and escalation is not null and closed_at is null
                        """).param(lead.value()).query(String.class).list();
    }

    /** Lets the time of an open promise pass, with every warning on the way, until it is broken. */
    public void runsOut(LeadId lead, String clause) {
        if (escalation(lead, clause).isEmpty()) {
            fires(lead, clause + "Due");
        }
        while (!clockState(lead, clause).equals("missed")) {
            nextMarkComes(lead, clause);
        }
    }

    /** Lets the next warning, the deadline or the next rung of an escalation come. */
    public void nextMarkComes(LeadId lead, String clause) {
        String escalation =
                escalation(lead, clause).orElseThrow(() -> new AssertionError("Nothing escalates " + clause));
        Job job = management
                .createJobQuery()
                .processInstanceId(escalation)
                .timers()
                .singleResult();
        fires(job);
    }

    public Optional<String> escalation(LeadId lead, String clause) {
        return clock(lead, clause, "escalation").map(String::valueOf);
    }

    public String clockState(LeadId lead, String clause) {
        return clock(lead, clause, "state").map(String::valueOf).orElse("none");
    }

    private Optional<Object> clock(LeadId lead, String clause, String column) {
        return jdbc
                .sql("select " + column
                        + " from leadbaton.sla_clock where lead_id = ? and clause = ? order by round desc limit 1")
                .params(lead.value(), clause)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .map(row -> row.get(column));
    }

    public Job timer(LeadId lead, String timer) {
        return instances(lead)
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(timer)
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer " + timer + "; waits at " + waitsAt(lead)));
    }

    public static void passes(Duration time) {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + time.toMillis()));
    }

    /** The activities where the lead's processes stand still. */
    public List<String> waitsAt(LeadId lead) {
        return instances(lead)
                .map(instance -> runtime.getActivityInstance(instance.getId()))
                .flatMap(Scenario::leaves)
                .filter(leaf -> !leaf.getActivityType().equals("callActivity"))
                .map(ActivityInstance::getActivityId)
                .sorted()
                .toList();
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance instance) {
        ActivityInstance[] children = instance.getChildActivityInstances();
        return children.length == 0 ? Stream.of(instance) : Stream.of(children).flatMap(Scenario::leaves);
    }

    private Stream<ProcessInstance> instances(LeadId lead) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream();
    }

    public Lead lead(LeadId lead) {
        return leads.get(lead);
    }

    public Stage stage(LeadId lead) {
        return leads.get(lead).stage();
    }

    public List<String> story(LeadId lead) {
        return events.timeline(lead).stream().map(LeadEvent::type).toList();
    }
}
