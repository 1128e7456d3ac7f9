package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.Suggestion;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** Every expression names steps that exist, with the arguments they take, and variables that somebody sets. */
final class ExpressionRules {

    private ExpressionRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        Set<String> variables = Variables.knownIn(diagram, library);
        Stream<Fault> texts = Texts.of(diagram).stream().flatMap(text -> text(diagram, library, variables, text));
        Stream<Fault> names = diagram.all(ServiceTask.class).flatMap(task -> stepName(diagram, task, library.seam()));
        return Stream.concat(texts, names);
    }

    private static Stream<Fault> text(Diagram diagram, Library library, Set<String> variables, Texts.Text text) {
        if (text.holdsDuration()) {
            return Stream.of(
                    text.fault(diagram, "fixes a length of time, '" + text.text() + "': it belongs in a table"));
        }
        if (!Expressions.isExpression(text.text())) {
            return Stream.empty();
        }
        Optional<String> unreadable = Expressions.unreadable(text.text());
        if (unreadable.isPresent()) {
            return Stream.of(text.fault(diagram, "has an expression that cannot be read: " + unreadable.get()));
        }
        Stream<Fault> calls = Expressions.calls(text.text()).stream()
                .flatMap(call -> Calls.objections(call, library.seam(), variables))
                .map(reason -> text.fault(diagram, reason));
        Set<String> unset = new TreeSet<>(Expressions.variables(text.text()));
        unset.removeAll(variables);
        unset.removeAll(library.seam().beans().keySet());
        Expressions.calls(text.text()).stream().map(Call::bean).forEach(unset::remove);
        return Stream.concat(calls, unset.stream().map(name -> text.fault(diagram, unset(name, diagram, variables))));
    }

    private static String unset(String name, Diagram diagram, Set<String> variables) {
        Set<String> set = new TreeSet<>(variables);
        set.remove("execution");
        return "uses '%s', which nobody sets in %s; %s".formatted(name, diagram.stem(), Suggestion.instead(name, set));
    }

    /** From the picture to the Java method without a lookup: the id of a step is the method, or begins with it. */
    private static Stream<Fault> stepName(Diagram diagram, ServiceTask task, Seam seam) {
        String expression = task.getCamundaExpression();
        if (expression == null) {
            return Stream.empty();
        }
        return Expressions.calls(expression).stream()
                .limit(1)
                .filter(call -> !seam.methods(call).isEmpty())
                .filter(call -> !task.getId().startsWith(call.method()))
                .map(call -> diagram.fault(task, "calls '" + call.method() + "': its id must begin with that name"));
    }
}
