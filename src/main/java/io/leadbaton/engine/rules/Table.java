package io.leadbaton.engine.rules;

import io.leadbaton.policy.WordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** A decision table with its cells read as FEEL. */
record Table(String decision, HitPolicy hits, List<Column> columns, List<Row> rows) {

    /** What a column asks, the type it declares, and what stands above it. */
    record Column(FeelText head, @Nullable String type, String label) {

        /** The kind of words its cells may name; empty when they may name anything. */
        Optional<WordKind> words() {
            return WordKind.ofFact(head.text().strip());
        }
    }

    /** One row: a condition for each column and an answer for each output. */
    record Row(String id, List<FeelText> conditions, List<Answer> answers) {}

    /** One answer of a row. */
    record Answer(String name, @Nullable String type, FeelText value) {}

    static Table of(Decision decision, DecisionTable table) {
        List<Column> columns = table.getInputs().stream()
                .map(input -> new Column(
                        Feel.value(
                                input.getId(), text(input.getInputExpression().getText())),
                        input.getInputExpression().getTypeRef(),
                        Objects.requireNonNullElse(
                                input.getLabel(),
                                text(input.getInputExpression().getText()))))
                .toList();
        List<Output> outputs = List.copyOf(table.getOutputs());
        List<Row> rows =
                table.getRules().stream().map(rule -> row(rule, outputs)).toList();
        return new Table(decision.getId(), table.getHitPolicy(), columns, rows);
    }

    private static Row row(Rule rule, List<Output> outputs) {
        List<FeelText> conditions = rule.getInputEntries().stream()
                .map(cell -> Feel.condition(cell.getId(), text(cell.getText())))
                .toList();
        List<Answer> answers = new ArrayList<>();
        for (OutputEntry cell : rule.getOutputEntries()) {
            Output output = outputs.get(answers.size());
            FeelText value = Feel.value(cell.getId(), text(cell.getText()));
            answers.add(new Answer(output.getName(), output.getTypeRef(), value));
        }
        return new Row(rule.getId(), conditions, answers);
    }

    private static String text(org.camunda.bpm.model.dmn.instance.@Nullable Text text) {
        return text == null ? "" : text.getTextContent();
    }

    boolean collects() {
        return hits == HitPolicy.COLLECT || hits == HitPolicy.RULE_ORDER || hits == HitPolicy.OUTPUT_ORDER;
    }

    /** Where a cell stands on the screen: its column, and the number in front of its row. */
    String place(FeelText cell) {
        for (int row = 0; row < rows.size(); row++) {
            int column = rows.get(row).conditions().indexOf(cell);
            if (column >= 0) {
                return "row %d, column %s"
                        .formatted(row + 1, columns.get(column).label());
            }
            for (Answer answer : rows.get(row).answers()) {
                if (answer.value().equals(cell)) {
                    return "row %d, column %s".formatted(row + 1, answer.name());
                }
            }
        }
        return "column "
                + columns.stream()
                        .filter(column -> column.head().equals(cell))
                        .map(Column::label)
                        .findFirst()
                        .orElse("");
    }

    Stream<FeelText> cells() {
        return Stream.concat(
                columns.stream().map(Column::head),
                rows.stream()
                        .flatMap(row -> Stream.concat(
                                row.conditions().stream(),
                                row.answers().stream().map(Answer::value))));
    }
}
