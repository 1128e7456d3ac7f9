package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.engine.rules.Expressions.Comparison;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.Suggestion;
import io.leadbaton.policy.WordKind;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A word that somebody looks for is spelt as they know it: what a step takes, what a question asks about, who is offered a task. */
final class WordRules {

    private WordRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        Stream<Fault> texts = Texts.of(diagram).stream()
                .filter(text -> Expressions.isExpression(text.text()))
                .flatMap(text -> Stream.concat(given(text.text(), library), asked(text.text(), diagram, library))
                        .map(reason -> text.fault(diagram, reason)));
        Stream<Fault> groups = diagram.all(UserTask.class)
                .flatMap(task -> groups(task, library).map(reason -> diagram.fault(task, reason)));
        return Stream.concat(texts, groups);
    }

    private static Stream<String> given(String expression, Library library) {
        return Expressions.calls(expression).stream()
                .flatMap(call -> library.seam().method(call).stream()
                        .flatMap(method -> IntStream.range(0, method.getParameterCount())
                                .boxed()
                                .flatMap(i -> given(call, i, method.getParameters()[i], library))));
    }

    private static Stream<String> given(Call call, int index, Parameter parameter, Library library) {
        OneOf oneOf = parameter.getAnnotation(OneOf.class);
        Optional<SortedSet<String>> known = Answers.declared(parameter, library.words());
        return Expressions.words(call.arguments().get(index)).stream()
                .filter(word -> known.isPresent() && !known.get().contains(word))
                .map(word -> oneOf.kind().length == 1
                        ? library.words().objection(oneOf.kind()[0], word).orElseThrow()
                        : "calls '%s' with '%s', which it does not take; %s"
                                .formatted(call.method(), word, Suggestion.instead(word, known.get())));
    }

    private static Stream<String> asked(String expression, Diagram diagram, Library library) {
        return Expressions.comparisons(expression).stream()
                .flatMap(comparison -> Answers.of(diagram, comparison.variable(), library)
                        .filter(known -> !known.contains(comparison.word()))
                        .map(known -> asked(comparison, known))
                        .stream());
    }

    private static String asked(Comparison comparison, SortedSet<String> known) {
        return "asks whether '%s' is '%s', which nothing answers; %s"
                .formatted(comparison.variable(), comparison.word(), Suggestion.instead(comparison.word(), known));
    }

    private static Stream<String> groups(UserTask task, Library library) {
        String groups = task.getCamundaCandidateGroups();
        return groups == null || Expressions.isExpression(groups)
                ? Stream.empty()
                : Arrays.stream(groups.split(","))
                        .map(String::strip)
                        .flatMap(group -> library.words().objection(WordKind.GROUP, group).stream())
                        .map(objection -> "is offered to nobody: " + objection);
    }
}
