package io.leadbaton.sla;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the timers and the due dates of a lead's tasks follow its clocks.
 *
 * <p>Those timers of a lead are meant whose date asks for a clause, as {@code ${sla.firstMark(leadId, 'disposition')}} does. Each asks
 * anew when it is due.
 */
@Component
class ClockTimerProcess {

    private static final Pattern ASKS_FOR_A_CLAUSE = Pattern.compile("\\bsla\\.(\\w+)\\(\\s*leadId\\s*,\\s*'(\\w+)'");

    private final RuntimeService runtime;
    private final ManagementService management;
    private final EscalationProcess escalation;
    private final ClockRows rows;
    private final Consumer<String> taskDates;
    private final UnaryOperator<String> timerTexts;

    ClockTimerProcess(
            RuntimeService runtime,
            ManagementService management,
            EscalationProcess escalation,
            ClockRows rows,
            @Qualifier("taskDates") Consumer<String> taskDates,
            @Qualifier("timerTexts") UnaryOperator<String> timerTexts) {
        this.runtime = runtime;
        this.management = management;
        this.escalation = escalation;
        this.rows = rows;
        this.taskDates = taskDates;
        this.timerTexts = timerTexts;
    }

    /** A clock whose timer was used up by an earlier round, maybe at this very moment, is watched by its escalation from the start. */
    @EventListener
    void clockStarted(ClockStarted started) {
        if (!started.inPlace()) {
            return;
        }
        List<Job> timers = timers(started.leadId());
        timers.forEach(this::askAnew);
        rows.find(started.clockId())
                .filter(clock -> rows.escalatedBefore(clock)
                        || timers.stream().noneMatch(timer -> watches(timer, started.clause())))
                .ifPresent(escalation::watch);
        taskDates.accept(started.leadId());
    }

    /** A timer of a promise that is settled must not fire any longer, and no task shows its date. */
    @EventListener
    void clockClosed(ClockClosed closed) {
        if (closed.leadGoesOn() && !closed.met()) {
            taskDates.accept(closed.leadId());
        }
        if (closed.leadGoesOn()
                && closed.escalation() == null
                && !closed.clause().endsWithItsWork()) {
            timers(closed.leadId()).stream()
                    .filter(timer -> asksFor(timer, closed.clause()))
                    .forEach(this::askAnew);
        }
    }

    @EventListener
    void clocksMoved(ClocksMoved moved) {
        follow(moved.leadId());
    }

    @EventListener
    void clockMoved(ClockMoved moved) {
        follow(moved.leadId());
    }

    private void follow(String leadId) {
        timers(leadId).forEach(this::askAnew);
        rows.openOf(leadId).stream()
                .flatMap(clock -> escalationTimers(clock).stream())
                .forEach(this::askAnew);
        taskDates.accept(leadId);
    }

    private void askAnew(Job timer) {
        management.recalculateJobDuedate(timer.getId(), false);
    }

    private List<Job> timers(String leadId) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(leadId)
                .rootProcessInstances()
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .flatMap(root -> management.createJobQuery().rootProcessInstanceId(root).timers().list().stream())
                .filter(ClockTimerProcess::isThere)
                .filter(timer -> asked(timer).isPresent())
                .toList();
    }

    /** The step that settles a promise may have taken the timer away itself, which the database learns of at its end only. */
    private static boolean isThere(Job timer) {
        CommandContext step = Context.getCommandContext();
        return step == null || !step.getDbEntityManager().isDeleted((DbEntity) timer);
    }

    private List<Job> escalationTimers(SlaClock clock) {
        return clock.escalation() == null
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceId(clock.escalation())
                        .timers()
                        .list();
    }

    /** The timer that starts the escalation; one that takes the work away at the deadline watches nothing before it. */
    private boolean watches(Job timer, Clause clause) {
        return asksFor(timer, clause)
                && asked(timer)
                        .filter(asked -> asked.group(1).equals("firstMark"))
                        .isPresent();
    }

    private boolean asksFor(Job timer, Clause clause) {
        return asked(timer)
                .filter(asked -> asked.group(2).equals(clause.wire()))
                .isPresent();
    }

    private Optional<MatchResult> asked(Job timer) {
        Matcher asked = ASKS_FOR_A_CLAUSE.matcher(timerTexts.apply(timer.getJobDefinitionId()));
        return asked.find() ? Optional.of(asked.toMatchResult()) : Optional.empty();
    }
}
