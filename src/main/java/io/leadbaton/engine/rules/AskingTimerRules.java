package io.leadbaton.engine.rules;

import io.leadbaton.policy.AskedClause;
import io.leadbaton.policy.Fault;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;

/** A timer that asks for a promise is found when its clock moves, and begins its escalation when it comes. */
final class AskingTimerRules {

    private static final String DATES = "sla";

    private AskingTimerRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        AskingTimers timers = new AskingTimers(library.seam().clocks());
        return library.seam().clocks().clauses().isEmpty()
                ? Stream.empty()
                : diagram.all(CatchEvent.class)
                        .flatMap(event -> AskingTimers.date(event).stream()
                                .flatMap(date -> objection(event, date, timers).stream())
                                .map(reason -> diagram.fault(event, reason)));
    }

    private static Optional<String> objection(CatchEvent event, String date, AskingTimers timers) {
        Optional<AskedClause> asked = AskedClause.in(date);
        if (asked.isEmpty()) {
            return asksForSome(date)
                    ? Optional.of("asks for a promise in a way in which it is not found when the clock moves: write "
                            + AskedClause.firstMark("..."))
                    : Optional.empty();
        }
        return asked.filter(AskedClause::isFirstMark)
                .map(AskedClause::clause)
                .filter(clause -> !timers.escalatedBehind(event).contains(clause))
                .map(("asks for the promise '%s', but no step behind it begins its escalation: "
                        + "call ${escalationTasks.markReached(leadId, '%<s')}")::formatted);
    }

    private static boolean asksForSome(String date) {
        return Expressions.calls(date).stream()
                .anyMatch(call -> call.bean().equals(DATES) && call.arguments().size() > 1);
    }
}
