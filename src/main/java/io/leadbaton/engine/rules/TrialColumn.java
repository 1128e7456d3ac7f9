package io.leadbaton.engine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One column in a trial: which facts its cells ask about, which values make a difference, and which rows then fit. */
final class TrialColumn {

    private final FeelText head;
    private final List<Cell> cells;
    private final Map<String, Set<Object>> values = new TreeMap<>();

    private TrialColumn(FeelText head, List<Cell> cells) {
        this.head = head;
        this.cells = cells;
    }

    /** A cell, the facts it asks about, and its answers so far: the same facts are never asked about twice. */
    private record Cell(FeelText text, Set<String> paths, Map<List<Object>, Boolean> answers) {}

    static TrialColumn of(Table table, int index) {
        FeelText head = table.columns().get(index).head();
        List<Cell> cells = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            FeelText text = row.conditions().get(index);
            cells.add(new Cell(text, paths(head, text), new HashMap<>()));
        }
        TrialColumn column = new TrialColumn(head, cells);
        column.readValues(table.columns().get(index).type());
        return column;
    }

    private static Set<String> paths(FeelText head, FeelText text) {
        Set<String> own = head.names().paths();
        String subject = own.size() == 1 ? own.iterator().next() : "";
        Set<String> named = new LinkedHashSet<>();
        text.names().paths().stream()
                .map(path -> path.startsWith("?") ? subject + path.substring(1) : path)
                .forEach(named::add);
        boolean asksParts = named.stream().anyMatch(path -> path.startsWith(subject + "."));
        if (text.parsed() != null && !asksParts) {
            named.addAll(own);
        }
        named.remove("");
        return named;
    }

    private void readValues(@Nullable String type) {
        for (Cell cell : cells) {
            Set<Object> candidates = candidates(cell.text().names().constants(), type);
            cell.paths()
                    .forEach(path -> values.computeIfAbsent(path, key -> new LinkedHashSet<>())
                            .addAll(candidates));
        }
    }

    private static Set<Object> candidates(Set<Object> constants, @Nullable String type) {
        Set<Object> candidates = new LinkedHashSet<>();
        for (Object constant : constants) {
            candidates.add(constant);
            if (constant instanceof BigDecimal number) {
                candidates.add(number.subtract(BigDecimal.ONE));
                candidates.add(number.add(BigDecimal.ONE));
            } else if (constant instanceof Boolean truth) {
                candidates.add(!truth);
            }
        }
        if ("string".equals(type)) {
            candidates.add("something else");
        }
        return candidates;
    }

    Map<String, Set<Object>> values() {
        return values;
    }

    Set<String> roots() {
        Set<String> roots = new TreeSet<>();
        Stream.concat(head.names().paths().stream(), values.keySet().stream())
                .map(path -> path.split("\\.")[0])
                .forEach(roots::add);
        return roots;
    }

    boolean sharesFactsWith(TrialColumn other) {
        return values.keySet().stream().anyMatch(other.values::containsKey);
    }

    /** Leaves the rows whose cell in this column fits a lead with these facts. */
    void keepFitting(BitSet rows, Facts facts, Set<String> names) {
        for (int row = 0; row < cells.size(); row++) {
            if (rows.get(row) && !fits(cells.get(row), facts, names)) {
                rows.clear(row);
            }
        }
    }

    private boolean fits(Cell cell, Facts facts, Set<String> names) {
        var condition = cell.text().parsed();
        if (condition == null) {
            return true;
        }
        List<Object> asked = cell.paths().stream()
                .map(path -> facts.byPath().getOrDefault(path, "?"))
                .toList();
        return cell.answers().computeIfAbsent(asked, key -> {
            Map<String, Object> nested = facts.nested(names);
            Object input = head.parsed() == null ? null : Feel.valueOf(head.parsed(), nested);
            return Feel.holds(condition, input, nested);
        });
    }
}
