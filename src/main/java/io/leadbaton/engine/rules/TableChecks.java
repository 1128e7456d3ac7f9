package io.leadbaton.engine.rules;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.Objection;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;

/** Every cell can be read and means what it says, every kind of lead gets an answer, and the answers are usable. */
final class TableChecks {

    private final String file;
    private final Table table;
    private final List<AnswerCheck> demands;
    private final TableTrial trial;
    private final Map<String, Fault> found = new LinkedHashMap<>();

    private TableChecks(String file, Table table, List<AnswerCheck> demands) {
        this.file = file;
        this.table = table;
        this.demands = demands.stream()
                .filter(demand -> demand.decision().equals(table.decision()))
                .toList();
        this.trial = new TableTrial(table);
    }

    static Stream<Fault> faults(String file, Table table, List<AnswerCheck> demands) {
        TableChecks checks = new TableChecks(file, table, demands);
        checks.cells();
        boolean worthATrial = !table.collects() || !checks.demands.isEmpty();
        if (checks.found.isEmpty() && worthATrial) {
            checks.trial.walk(checks::answer);
        }
        return checks.found.values().stream();
    }

    private void add(String element, String reason) {
        found.putIfAbsent(element + reason.replaceAll("when .*", ""), new Fault(file, element, reason));
    }

    private void cells() {
        table.cells().filter(cell -> cell.unreadable() != null).forEach(cell -> add(cell.id(), unreadable(cell)));
        table.cells().forEach(this::names);
        for (Table.Row row : table.rows()) {
            for (int column = 0; column < row.conditions().size(); column++) {
                types(row.conditions().get(column), table.columns().get(column).type(), "compares");
            }
            row.answers().forEach(answer -> types(answer.value(), answer.type(), "answers"));
        }
    }

    private static String unreadable(FeelText cell) {
        return "cannot be read: " + cell.text().strip() + " (" + cell.unreadable() + ")";
    }

    /** A word without quotes is a name, and a name nobody knows is silently nothing. */
    private void names(FeelText cell) {
        boolean ownNames = cell.text().matches("(?s).*\\b(for|some|every|function|item|\\{).*");
        if (cell.parsed() == null || ownNames) {
            return;
        }
        cell.names().paths().stream()
                .filter(path -> !path.startsWith("?"))
                .filter(path -> !trial.roots().contains(path.split("\\.")[0])
                        || path.equals(cell.text().strip()) && !path.contains("."))
                .forEach(path -> add(cell.id(), "names '" + path + "', which nobody knows; a text needs quotes"));
        Feel.unknownFunction(cell.parsed(), Facts.NONE.nested(trial.roots()))
                .ifPresent(reason -> add(cell.id(), "calls a function that does not exist: " + reason));
    }

    private void types(FeelText cell, @Nullable String type, String verb) {
        if (cell.parsed() == null
                || type == null
                || cell.text().matches("(?s).*(\\?|\\bif\\b|[a-z ]+\\(|\\w\\.\\w).*")) {
            return;
        }
        for (Object constant : cell.names().constants()) {
            boolean fits = switch (type) {
                case "string" -> constant instanceof String;
                case "boolean" -> constant instanceof Boolean;
                case "integer", "long", "double", "number" -> constant instanceof Number;
                default -> true;
            };
            if (!fits) {
                add(cell.id(), verb + " " + type + " with " + cell.text().strip());
            }
        }
    }

    private void answer(BitSet fitting, Facts facts) {
        if (fitting.isEmpty() && !table.collects()) {
            add(table.decision(), "has no rule when " + facts);
            return;
        }
        if (table.hits() == HitPolicy.UNIQUE && fitting.cardinality() > 1) {
            add(
                    row(fitting.nextSetBit(0)),
                    "fits together with " + row(fitting.previousSetBit(fitting.length())) + " when " + facts);
            return;
        }
        Map<String, Object> nested = facts.nested(trial.roots());
        List<Map<String, Object>> answers = fitting.stream()
                .limit(table.collects() ? Integer.MAX_VALUE : 1)
                .mapToObj(row -> values(table.rows().get(row), nested))
                .toList();
        int[] rows = fitting.stream().toArray();
        demands.stream()
                .flatMap(demand -> demand.objection(answers).stream())
                .forEach(objection -> object(objection, rows, facts));
    }

    /** The number is what a process owner sees before the row in Modeler. */
    private void object(Objection objection, int[] rows, Facts facts) {
        String reason = objection.reason() + " when " + facts;
        objection
                .answer()
                .ifPresentOrElse(
                        answer -> add(row(rows[answer]), "row " + (rows[answer] + 1) + " " + reason),
                        () -> add(table.decision(), reason));
    }

    private String row(int index) {
        return table.rows().get(index).id();
    }

    private static Map<String, Object> values(Table.Row row, Map<String, Object> facts) {
        Map<String, Object> values = new HashMap<>();
        for (Table.Answer answer : row.answers()) {
            if (answer.value().parsed() != null) {
                Object value = Feel.valueOf(answer.value().parsed(), facts);
                if (Objects.nonNull(value)) {
                    values.put(answer.name(), value);
                }
            }
        }
        return values;
    }
}
