package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.Words;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;

/** The words a variable may hold: what steps answer and forms offer, also through the processes that call each other. */
final class Answers {

    private final Library library;
    private final SortedSet<String> words = new TreeSet<>();
    private final Set<List<String>> seen = new HashSet<>();

    private Answers(Library library) {
        this.library = library;
    }

    /** Empty when anything may stand there. */
    static Optional<SortedSet<String>> of(Diagram diagram, String variable, Library library) {
        Answers answers = new Answers(library);
        boolean closed = answers.areKnown(diagram, variable);
        return closed && !answers.words.isEmpty() ? Optional.of(answers.words) : Optional.empty();
    }

    /** The words a parameter takes or a method answers; empty when these are any. */
    static Optional<SortedSet<String>> declared(AnnotatedElement place, Words known) {
        OneOf oneOf = place.getAnnotation(OneOf.class);
        if (oneOf == null) {
            return Optional.empty();
        }
        SortedSet<String> declared = new TreeSet<>(List.of(oneOf.value()));
        Stream.of(oneOf.kind()).map(known::of).forEach(declared::addAll);
        return Optional.of(declared).filter(words -> !words.isEmpty());
    }

    private boolean areKnown(Diagram diagram, String variable) {
        return !seen.add(List.of(diagram.file(), variable))
                || !isOpen(diagram, variable)
                        && stepsAreKnown(diagram, variable)
                        && fieldsAreKnown(diagram, variable)
                        && mappingsAreKnown(diagram, variable)
                        && calledAreKnown(diagram, variable)
                        && callersAreKnown(diagram, variable);
    }

    private boolean isOpen(Diagram diagram, String variable) {
        Stream<String> open = Stream.of(
                        library.seam().variables().stream(),
                        diagram.all(StartEvent.class).map(StartEvent::getCamundaInitiator),
                        diagram.all(BusinessRuleTask.class).map(BusinessRuleTask::getCamundaResultVariable),
                        diagram.all(MultiInstanceLoopCharacteristics.class)
                                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable))
                .flatMap(names -> names);
        return open.anyMatch(variable::equals);
    }

    private boolean stepsAreKnown(Diagram diagram, String variable) {
        return diagram.all(ServiceTask.class)
                .filter(task -> variable.equals(task.getCamundaResultVariable()))
                .allMatch(task -> add(answers(task)));
    }

    private Optional<SortedSet<String>> answers(ServiceTask task) {
        String expression = task.getCamundaExpression();
        List<Call> calls = expression == null ? List.of() : Expressions.calls(expression);
        return calls.size() == 1
                ? library.seam().method(calls.get(0)).flatMap(method -> declared(method, library.words()))
                : Optional.empty();
    }

    private boolean add(Optional<SortedSet<String>> more) {
        more.ifPresent(words::addAll);
        return more.isPresent();
    }

    private boolean fieldsAreKnown(Diagram diagram, String variable) {
        return Variables.forms(diagram, library)
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.key().equals(variable))
                .allMatch(field ->
                        words.addAll(field.options()) || !field.options().isEmpty());
    }

    private boolean mappingsAreKnown(Diagram diagram, String variable) {
        Stream<String> inputs = diagram.all(CamundaInputParameter.class)
                .filter(input -> variable.equals(input.getCamundaName()))
                .map(CamundaInputParameter::getTextContent);
        Stream<String> outputs = diagram.all(CamundaOutputParameter.class)
                .filter(output -> variable.equals(output.getCamundaName()))
                .map(CamundaOutputParameter::getTextContent);
        return Stream.concat(inputs, outputs).allMatch(text -> isKnown(diagram, text.strip()));
    }

    /** Another variable, or a place that is still empty. */
    private boolean isKnown(Diagram diagram, String expression) {
        return expression.equals("${null}")
                || expression.matches("\\$\\{\\w+}")
                        && areKnown(diagram, expression.substring(2, expression.length() - 1));
    }

    private boolean calledAreKnown(Diagram diagram, String variable) {
        return diagram.all(CallActivity.class)
                .allMatch(call -> Diagram.extensions(call, CamundaOut.class).stream()
                        .filter(out -> variable.equals(out.getCamundaTarget()))
                        .allMatch(out -> called(call).findFirst().isPresent()
                                && called(call).allMatch(other -> handedOn(other, out.getCamundaSource()))));
    }

    private boolean callersAreKnown(Diagram diagram, String variable) {
        return library.diagrams().stream()
                .allMatch(caller -> caller.all(CallActivity.class)
                        .filter(call -> called(call).anyMatch(diagram::equals))
                        .flatMap(call -> Diagram.extensions(call, CamundaIn.class).stream())
                        .filter(in -> variable.equals(in.getCamundaTarget()))
                        .allMatch(in -> handedOn(caller, in.getCamundaSource())));
    }

    private Stream<Diagram> called(CallActivity call) {
        return library.diagrams().stream()
                .filter(other -> other.processIds().anyMatch(id -> id.equals(call.getCalledElement())));
    }

    private boolean handedOn(Diagram from, @Nullable String source) {
        return source != null && areKnown(from, source);
    }
}
