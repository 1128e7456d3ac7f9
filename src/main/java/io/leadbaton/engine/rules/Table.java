package io.leadbaton.engine.rules;

import java.util.ArrayList;
import java.util.List;
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

    /** What a column asks, and the type it declares. */
    record Column(FeelText head, @Nullable String type) {}

    /** One row: a condition for each column and an answer for each output. */
    record Row(String id, List<FeelText> conditions, List<Answer> answers) {}

    /** One answer of a row. */
    record Answer(String name, @Nullable String type, FeelText value) {}

    static Table of(Decision decision, DecisionTable table) {
        List<Column> columns = table.getInputs().stream()
                .map(input -> new Column(
                        Feel.value(
                                input.getId(), text(input.getInputExpression().getText())),
                        input.getInputExpression().getTypeRef()))
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

    Stream<FeelText> cells() {
        return Stream.concat(
                columns.stream().map(Column::head),
                rows.stream()
                        .flatMap(row -> Stream.concat(
                                row.conditions().stream(),
                                row.answers().stream().map(Answer::value))));
    }
}
