package io.leadbaton.lead.csv;

import io.leadbaton.Faults;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one kind of file mean.
 *
 * @param recognisedBy columns by which such a file is known when nobody names its source
 * @param columns what each column tells, by its plain name
 * @param defaults fields that no column tells
 * @param derived fields that follow from what columns say; the first rule that fits decides
 */
record ImportMapping(
        String name,
        String about,
        List<String> recognisedBy,
        Map<String, String> columns,
        Map<String, String> defaults,
        Map<String, List<Rule>> derived) {

    static final String IGNORED = "ignore";

    /** Case, blanks, underscores, dots and dashes of a column's name mean nothing. */
    static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-]", "");
    }

    /** How many of the columns that name this kind of file are there; 0 as soon as one is missing. */
    int recognises(List<String> header) {
        List<String> plain = header.stream().map(ImportMapping::plain).toList();
        return plain.containsAll(recognisedBy) ? recognisedBy.size() : 0;
    }

    Optional<String> field(String column) {
        return Optional.ofNullable(columns.get(plain(column)));
    }

    void checkHeader(List<String> header, Faults faults) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = plain(header.get(i));
            if (column.isEmpty()) {
                faults.add("column " + (i + 1), "column-unnamed", "Column %d has no name.".formatted(i + 1));
            } else if (seen.put(column, i) != null) {
                faults.add("column " + (i + 1), "column-twice", "Column %d is there twice.".formatted(i + 1));
            } else if (!columns.containsKey(column)) {
                faults.add(
                        "column " + (i + 1),
                        "column-unknown",
                        "Column %d is not one that the mapping %s knows. Rename it, remove it, or add it to the mapping."
                                .formatted(i + 1, name));
            }
        }
    }

    /**
     * One step of a derivation.
     *
     * @param column whose value is asked; null: this rule always fits
     * @param values in lower case, what the column may say
     * @param then what the field becomes
     */
    record Rule(@Nullable String column, List<String> values, String then) {

        boolean fits(Map<String, String> cells) {
            return column == null
                    || values.contains(cells.getOrDefault(column, "").strip().toLowerCase(Locale.ROOT));
        }
    }
}
