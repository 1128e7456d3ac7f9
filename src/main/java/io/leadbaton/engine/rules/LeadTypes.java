package io.leadbaton.engine.rules;

import io.leadbaton.policy.WordKind;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of lead that a policy brings itself: one table answers them, another asks for them. */
final class LeadTypes {

    private static final String ANSWERED_BY = "leadType";

    private LeadTypes() {}

    static Set<String> of(Collection<Table> tables) {
        Set<String> asked = tables.stream()
                .filter(table -> !table.decision().equals(ANSWERED_BY))
                .flatMap(LeadTypes::asked)
                .flatMap(FeelText::texts)
                .collect(Collectors.toSet());
        return tables.stream()
                .filter(table -> table.decision().equals(ANSWERED_BY))
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.answers().stream())
                .flatMap(answer -> answer.value().texts())
                .filter(asked::contains)
                .collect(Collectors.toSet());
    }

    private static Stream<FeelText> asked(Table table) {
        return Stream.iterate(0, index -> index < table.columns().size(), index -> index + 1)
                .filter(index -> table.columns()
                        .get(index)
                        .words()
                        .filter(WordKind.LEAD_TYPE::equals)
                        .isPresent())
                .flatMap(index ->
                        table.rows().stream().map(row -> row.conditions().get(index)));
    }
}
