package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.Suggestion;
import java.lang.reflect.Method;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.jspecify.annotations.Nullable;

/** Whatever a form lets a person choose, the step that records the answer takes. */
final class OptionRules {

    private OptionRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        return RecordingRules.asking(diagram).flatMap(node -> chosen(node, Variables.form(node, library), library));
    }

    private static Stream<Fault> chosen(FlowNode asking, @Nullable Form form, Library library) {
        ServiceTask step = RecordingRules.recordingStep(asking);
        return form == null || step == null
                ? Stream.empty()
                : Expressions.calls(step.getCamundaExpression()).stream()
                        .flatMap(call -> library.seam().method(call).stream()
                                .flatMap(method -> IntStream.range(0, method.getParameterCount())
                                        .boxed()
                                        .flatMap(i -> refused(form, call, i, method, library))));
    }

    private static Stream<Fault> refused(Form form, Call call, int index, Method method, Library library) {
        String argument = call.arguments().get(index);
        return Answers.declared(method.getParameters()[index], library.words()).stream()
                .flatMap(known -> form.fields().stream()
                        .filter(field -> field.key().equals(argument))
                        .flatMap(field -> refused(form, field, call, known)));
    }

    private static Stream<Fault> refused(Form form, Form.Field field, Call call, SortedSet<String> known) {
        return field.options().stream()
                .filter(option -> !known.contains(option))
                .map(option -> new Fault(
                        form.file(),
                        field.key(),
                        field.label(),
                        "offers '%s', which %s does not take; %s"
                                .formatted(option, call.method(), Suggestion.instead(option, known))));
    }
}
