package io.leadbaton.engine.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Tries a table on every kind of lead it tells apart: each value its cells name, just beside each, some other value, and none.
 * Columns about different facts are tried apart and combined as sets of fitting rows, so the grid stays cheap to walk.
 */
final class TableTrial {

    private static final int KINDS_OF_ONE_GROUP = 5_000;
    private static final int KINDS_IN_ALL = 5_000;

    private final Table table;
    private final List<TrialColumn> columns = new ArrayList<>();
    private final Set<String> roots = new TreeSet<>();
    private final Map<String, Set<Object>> values = new TreeMap<>();
    private boolean complete = true;

    TableTrial(Table table) {
        this.table = table;
        for (int index = 0; index < table.columns().size(); index++) {
            TrialColumn column = TrialColumn.of(table, index);
            columns.add(column);
            roots.addAll(column.roots());
            column.values()
                    .forEach((path, candidates) -> values.computeIfAbsent(path, key -> new LinkedHashSet<>())
                            .addAll(candidates));
        }
    }

    /** The names a cell may begin with. */
    Set<String> roots() {
        return roots;
    }

    /** Whether the last walk left nothing out. */
    boolean isComplete() {
        return complete;
    }

    /** Calls back with the fitting rows of every kind of lead, once for each set of rows. */
    void walk(BiConsumer<BitSet, Facts> visitor) {
        BitSet all = new BitSet();
        all.set(0, table.rows().size());
        List<Map<BitSet, Facts>> groups = groups().stream().map(this::kinds).toList();
        walk(groups, all, Facts.NONE, new HashSet<>(), visitor);
    }

    private void walk(
            List<Map<BitSet, Facts>> groups,
            BitSet fitting,
            Facts facts,
            Set<List<Object>> seen,
            BiConsumer<BitSet, Facts> visitor) {
        complete &= seen.size() <= KINDS_IN_ALL;
        if (seen.size() > KINDS_IN_ALL || !seen.add(List.of(groups.size(), fitting))) {
            return;
        }
        if (groups.isEmpty()) {
            visitor.accept(fitting, facts);
            return;
        }
        groups.get(0).forEach((rows, more) -> {
            BitSet both = (BitSet) fitting.clone();
            both.and(rows);
            walk(groups.subList(1, groups.size()), both, facts.and(more), seen, visitor);
        });
    }

    /** Columns that ask about the same facts are tried together. */
    private List<List<TrialColumn>> groups() {
        List<List<TrialColumn>> groups = new ArrayList<>();
        for (TrialColumn column : columns) {
            List<TrialColumn> group = new ArrayList<>(List.of(column));
            for (List<TrialColumn> other : List.copyOf(groups)) {
                if (other.stream().anyMatch(column::sharesFactsWith)) {
                    group.addAll(other);
                    groups.remove(other);
                }
            }
            groups.add(group);
        }
        return groups;
    }

    /** The kinds of lead these columns tell apart, each by the rows it fits. */
    private Map<BitSet, Facts> kinds(List<TrialColumn> group) {
        Map<BitSet, Facts> kinds = new LinkedHashMap<>();
        for (Facts facts : grid(group)) {
            BitSet fitting = new BitSet();
            fitting.set(0, table.rows().size());
            group.forEach(column -> column.keepFitting(fitting, facts, roots));
            kinds.putIfAbsent(fitting, facts);
        }
        return kinds;
    }

    /** Every combination of values; of very many facts every pair, because no row combines them all. */
    private List<Facts> grid(List<TrialColumn> group) {
        Set<String> paths = new TreeSet<>();
        group.forEach(column -> paths.addAll(column.values().keySet()));
        double combinations = paths.stream()
                .mapToDouble(path -> values.getOrDefault(path, Set.of()).size() + 1.0)
                .reduce(1, (a, b) -> a * b);
        List<Facts> grid = List.of(Facts.NONE);
        complete &= combinations <= KINDS_OF_ONE_GROUP;
        int most = combinations > KINDS_OF_ONE_GROUP ? 2 : Integer.MAX_VALUE;
        for (String path : paths) {
            grid = extended(grid, path, most);
        }
        return grid;
    }

    private List<Facts> extended(List<Facts> grid, String path, int most) {
        List<Facts> wider = new ArrayList<>(grid);
        for (Facts facts : grid) {
            if (facts.byPath().size() < most) {
                values.getOrDefault(path, Set.of()).forEach(value -> wider.add(facts.with(path, value)));
            }
        }
        return wider;
    }
}
