package io.leadbaton.engine.rules;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.Suggestion;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** The words of one table are known: facts that a lead has, and values that such a fact can have. */
record TableWords(String file, Table table, List<AnswerCheck> demands, Words words) {

    /** What a lead's own free fields are called is nobody's business here. */
    private static final Set<String> FREE = Set.of("lead.custom", "lead.intentFacts", "lead.qualificationFacts");

    /** A fact that no lead has is nothing for every lead, without a word. */
    Stream<Fault> faults() {
        SortedSet<String> facts = words.of(WordKind.FACT);
        return facts.isEmpty()
                ? Stream.empty()
                : table.cells()
                        .flatMap(cell -> cell.names().paths().stream()
                                .filter(path -> !isFact(path, facts))
                                .map(path -> fault(
                                        cell,
                                        "asks for '%s', which is no fact of a lead; %s"
                                                .formatted(path, Suggestion.instead(path, facts)))));
    }

    private static boolean isFact(String path, SortedSet<String> facts) {
        String fact = Arrays.stream(path.split("\\."))
                .limit(2)
                .reduce((root, name) -> root + "." + name)
                .orElse(path);
        boolean ofLead = path.startsWith("lead.") || Suggestion.isNear(path, facts);
        boolean whole = fact.equals(path) || FREE.contains(fact);
        return !ofLead || facts.contains(fact) && whole;
    }

    /** A row for a value that nobody sends never decides; nor does anybody hear of a team nobody is in. */
    Stream<Fault> doubts() {
        return table.rows().stream().flatMap(row -> Stream.concat(conditions(row), answers(row)));
    }

    private Stream<Fault> conditions(Table.Row row) {
        return Stream.iterate(0, index -> index < row.conditions().size(), index -> index + 1)
                .flatMap(index ->
                        conditions(row.conditions().get(index), table.columns().get(index)));
    }

    private Stream<Fault> conditions(FeelText cell, Table.Column column) {
        return cell.isPlain()
                ? column.words().stream()
                        .flatMap(kind -> cell.texts().flatMap(text -> words.objection(kind, text).stream()))
                        .map(objection -> fault(cell, "waits for a value that never comes: " + objection))
                : Stream.empty();
    }

    private Stream<Fault> answers(Table.Row row) {
        return row.answers().stream()
                .flatMap(answer -> demands.stream()
                        .filter(demand -> demand.decision().equals(table.decision()))
                        .flatMap(demand -> Optional.ofNullable(demand.words().get(answer.name())).stream())
                        .flatMap(kind ->
                                parts(answer.value().texts()).flatMap(word -> words.objection(kind, word).stream()))
                        .map(objection -> fault(answer.value(), objection)));
    }

    private Fault fault(FeelText cell, String reason) {
        return new Fault(file, cell.id(), table.place(cell), reason);
    }

    private static Stream<String> parts(Stream<String> texts) {
        return texts.flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }
}
