package io.leadbaton.sla;

import io.leadbaton.policy.AskedClause;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
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

    private final ManagementService management;
    private final EscalationProcess escalation;
    private final ClockRows rows;
    private final Consumer<String> taskDates;
    private final Consumer<String> timerDates;
    private final Function<String, Map<String, String>> leadTimers;

    ClockTimerProcess(
            ManagementService management,
            EscalationProcess escalation,
            ClockRows rows,
            @Qualifier("taskDates") Consumer<String> taskDates,
            @Qualifier("timerDates") Consumer<String> timerDates,
            @Qualifier("leadTimers") Function<String, Map<String, String>> leadTimers) {
        this.management = management;
        this.escalation = escalation;
        this.rows = rows;
        this.taskDates = taskDates;
        this.timerDates = timerDates;
        this.leadTimers = leadTimers;
    }

    /** A timer of the lead and what it asks for. */
    private record Timer(String job, AskedClause asked) {

        boolean asksFor(Clause clause) {
            return asked.clause().equals(clause.wire());
        }

        /** Starts the escalation; a timer that takes the work away at the deadline watches nothing before it. */
        boolean watches(Clause clause) {
            return asksFor(clause) && asked.isFirstMark();
        }
    }

    /** A clock whose timer was used up by an earlier round, maybe at this very moment, is watched by its escalation from the start. */
    @EventListener
    void clockStarted(ClockStarted started) {
        if (!started.inPlace()) {
            return;
        }
        List<Timer> timers = timers(started.leadId());
        askAnew(timers);
        rows.find(started.clockId())
                .filter(clock -> rows.escalatedBefore(clock)
                        || timers.stream().noneMatch(timer -> timer.watches(started.clause())))
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
            askAnew(timers(closed.leadId()).stream()
                    .filter(timer -> timer.asksFor(closed.clause()))
                    .toList());
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
        askAnew(timers(leadId));
        rows.openOf(leadId).stream()
                .flatMap(clock -> escalationTimers(clock).stream())
                .map(Job::getId)
                .forEach(timerDates);
        taskDates.accept(leadId);
    }

    private void askAnew(Collection<Timer> timers) {
        timers.stream().map(Timer::job).forEach(timerDates);
    }

    private List<Timer> timers(String leadId) {
        return leadTimers.apply(leadId).entrySet().stream()
                .flatMap(timer ->
                        AskedClause.in(timer.getValue()).map(asked -> new Timer(timer.getKey(), asked)).stream())
                .toList();
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
}
