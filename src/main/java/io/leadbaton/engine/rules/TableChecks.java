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
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;

/** Every cell can be read and means what it says, every kind of lead gets an answer, and the answers are usable. */
final class TableChecks {

    private final String file;
    private final Table table;
    private final List<AnswerCheck> demands;
    private final TableTrial trial;
    private final DeadRows rows;
    private final Map<String, Fault> found = new LinkedHashMap<>();
    private final Map<String, Fault> doubted = new LinkedHashMap<>();

    private TableChecks(String file, Table table, List<AnswerCheck> demands) {
        this.file = file;
        this.table = table;
        this.demands = demands.stream()
                .filter(demand -> demand.decision().equals(table.decision()))
                .toList();
        this.trial = new TableTrial(table);
        this.rows = new DeadRows(table);
    }

    /** What a look at one table found. */
    record Result(List<Fault> faults, List<Fault> doubts) {}

    static Result of(String file, Table table, List<AnswerCheck> demands) {
        TableChecks checks = new TableChecks(file, table, demands);
        checks.cells();
        boolean worthATrial = !table.collects() || !checks.demands.isEmpty();
        if (checks.found.isEmpty() && worthATrial) {
            checks.trial.walk(checks::answer);
            if (checks.found.isEmpty() && checks.trial.isComplete()) {
                checks.rows.faults(file).forEach(fault -> checks.doubted.put(fault.reason(), fault));
            }
        }
        return new Result(List.copyOf(checks.found.values()), List.copyOf(checks.doubted.values()));
    }

    private void add(FeelText cell, String reason) {
        add(found, new Fault(file, cell.id(), table.place(cell), reason));
    }

    private void add(String element, String reason) {
        add(found, new Fault(file, element, reason));
    }

    private static void add(Map<String, Fault> found, Fault fault) {
        found.putIfAbsent(fault.element() + fault.reason().replaceAll("when .*", ""), fault);
    }

    private void cells() {
        table.cells().filter(cell -> cell.unreadable() != null).forEach(cell -> add(cell, unreadable(cell)));
        table.cells().forEach(this::names);
        for (Table.Row row : table.rows()) {
            for (int column = 0; column < row.conditions().size(); column++) {
                types(row.conditions().get(column), table.columns().get(column).type(), "compares with");
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
                .forEach(path -> add(cell, "names '" + path + "', which nobody knows; a text needs quotes"));
        Feel.unknownFunction(cell.parsed(), Facts.NONE.nested(trial.roots()))
                .ifPresent(reason -> add(cell, "calls a function that does not exist: " + reason));
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
                add(cell, "%s %s where %s is needed".formatted(verb, cell.text().strip(), needed(type)));
            }
        }
    }

    private static String needed(String type) {
        return switch (type) {
            case "string" -> "a text in quotes";
            case "boolean" -> "true or false";
            default -> "a number";
        };
    }

    private void answer(BitSet fitting, Facts facts) {
        rows.saw(fitting);
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
        int[] numbers = fitting.stream().toArray();
        for (AnswerCheck demand : demands) {
            demand.objection(answers)
                    .ifPresentOrElse(
                            objection -> object(found, objection, numbers, facts),
                            () -> demand.doubt(answers).ifPresent(doubt -> object(doubted, doubt, numbers, facts)));
        }
    }

    /** The number is what a process owner sees before the row in Modeler. */
    private void object(Map<String, Fault> into, Objection objection, int[] numbers, Facts facts) {
        String reason = objection.reason() + " when " + facts;
        objection
                .answer()
                .ifPresentOrElse(
                        answer -> add(
                                into,
                                new Fault(file, row(numbers[answer]), "row " + (numbers[answer] + 1) + " " + reason)),
                        () -> add(into, new Fault(file, table.decision(), reason)));
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
