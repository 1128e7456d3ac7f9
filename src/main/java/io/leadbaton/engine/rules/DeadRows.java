package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.Suggestion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the rows of a table that decide for no kind of lead, because the rows above take all of theirs. */
final class DeadRows {

    private final Table table;
    private final BitSet decided = new BitSet();
    private final Map<Integer, BitSet> takers = new TreeMap<>();
    private final Map<Integer, BitSet> always = new TreeMap<>();

    DeadRows(Table table) {
        this.table = table;
    }

    /** One kind of lead, by the rows it fits. */
    void saw(BitSet fitting) {
        if (table.collects()) {
            decided.or(fitting);
        } else if (!fitting.isEmpty()) {
            int first = fitting.nextSetBit(0);
            decided.set(first);
            fitting.stream().skip(1).forEach(row -> {
                takers.computeIfAbsent(row, key -> new BitSet()).set(first);
                always.computeIfAbsent(row, key -> fitting.get(0, row)).and(fitting);
            });
        }
    }

    /** Rows that lose all their leads to the same others are told together. */
    Stream<Fault> faults(String file) {
        Map<String, List<Integer>> dead = new TreeMap<>();
        IntStream.range(0, judged())
                .filter(row -> !decided.get(row))
                .forEach(row ->
                        dead.computeIfAbsent(why(row), key -> new ArrayList<>()).add(row));
        return dead.entrySet().stream().map(rows -> {
            List<Integer> numbers = rows.getValue();
            String subject = named(numbers) + (numbers.size() == 1 ? " never decides: " : " never decide: ");
            return new Fault(file, table.rows().get(numbers.get(0)).id(), subject + rows.getKey());
        });
    }

    /** A few examples say nothing certain about a cell that computes, nor about the rows below it. */
    private int judged() {
        int row = 0;
        while (row < table.rows().size()
                && table.rows().get(row).conditions().stream().allMatch(FeelText::isPlain)) {
            row++;
        }
        return row;
    }

    /** One row that fits whenever this one does says more than all that ever came first. */
    private String why(int row) {
        BitSet covering = always.getOrDefault(row, new BitSet());
        BitSet above = covering.isEmpty()
                ? takers.getOrDefault(row, new BitSet())
                : covering.get(0, covering.nextSetBit(0) + 1);
        if (above.isEmpty()) {
            return "no lead fits there";
        }
        return named(above.stream().boxed().toList())
                + (above.cardinality() == 1 ? " takes all these leads" : " take all these leads");
    }

    private static String named(Collection<Integer> rows) {
        List<Integer> numbers = rows.stream().map(row -> row + 1).toList();
        int first = numbers.get(0);
        int last = numbers.get(numbers.size() - 1);
        boolean run = numbers.size() > 2 && last - first == numbers.size() - 1;
        String list = run
                ? first + " to " + last
                : Suggestion.inWords(numbers.stream().map(String::valueOf).toList());
        return (numbers.size() == 1 ? "row " : "rows ") + list;
    }
}
