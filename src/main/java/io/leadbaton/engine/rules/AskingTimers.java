package io.leadbaton.engine.rules;

import static java.util.stream.Collectors.toSet;

import io.leadbaton.policy.AskedClause;
import io.leadbaton.policy.ClockSteps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Finds the timers that watch a promise: they ask for it, and what has to happen about it lies behind them. */
final class AskingTimers {

    private final ClockSteps clocks;

    AskingTimers(ClockSteps clocks) {
        this.clocks = clocks;
    }

    /** What each asks for, by the id of its event. */
    Map<String, AskedClause> of(Diagram diagram) {
        Map<String, AskedClause> asking = new HashMap<>();
        diagram.all(CatchEvent.class)
                .forEach(event -> date(event)
                        .flatMap(AskedClause::in)
                        .filter(asked -> isOfUse(asked, event))
                        .ifPresent(asked -> asking.put(event.getId(), asked)));
        return asking;
    }

    static Optional<String> date(CatchEvent event) {
        return event.getChildElementsByType(TimerEventDefinition.class).stream()
                .filter(timer -> timer.getTimeDate() != null)
                .map(timer -> timer.getTimeDate().getTextContent())
                .findFirst();
    }

    private boolean isOfUse(AskedClause asked, CatchEvent event) {
        return asked.isFirstMark()
                ? escalatedBehind(event).contains(asked.clause())
                : asked.isDueAt() && interrupts(event);
    }

    /** Whether what goes on around an event ends with it. */
    static boolean interrupts(FlowNode event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity();
        }
        return !(event instanceof StartEvent start) || start.isInterrupting();
    }

    /** Clauses whose escalation begins on the ways behind an event. */
    Set<String> escalatedBehind(CatchEvent event) {
        return WaitRules.after(event).stream()
                .filter(ServiceTask.class::isInstance)
                .map(step -> ((ServiceTask) step).getCamundaExpression())
                .filter(expression -> expression != null)
                .flatMap(this::escalated)
                .collect(toSet());
    }

    private Stream<String> escalated(String expression) {
        return Expressions.calls(expression).stream()
                .filter(call -> clocks.escalate().contains(call.bean() + "." + call.method()))
                .flatMap(call -> call.arguments().stream())
                .filter(argument -> argument.matches("'[^']*'|\"[^\"]*\""))
                .map(text -> text.substring(1, text.length() - 1));
    }
}
