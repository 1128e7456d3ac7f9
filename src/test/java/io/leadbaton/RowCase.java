package io.leadbaton;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A lead and the row of a table that has to decide it, with the answer expected. */
public record RowCase(String row, Map<String, Object> lead, Object... answer) {

    public static RowCase hits(String row, Map<String, Object> lead, Object... answer) {
        return new RowCase(row, lead, answer);
    }

    /** The rows of the table that none of the cases hits: there should be none. */
    public static Set<String> missed(DecisionTable table, Collection<RowCase> cases) {
        Set<String> missed = new TreeSet<>(table.rows());
        cases.stream().map(RowCase::row).toList().forEach(missed::remove);
        return missed;
    }

    public List<Object> answers() {
        return List.of(answer);
    }

    @Override
    public String toString() {
        return row + " decides " + lead;
    }
}
