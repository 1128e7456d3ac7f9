package io.leadbaton.sla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the warnings and the ladder of a promise as a process owner writes them into the table. */
final class Ladder {

    private Ladder() {}

    /** Percentages below 100 in rising order, as in {@code 50, 80}; empty for none. */
    static List<Integer> warnings(String text) {
        List<Integer> percents =
                parts(text).stream().map(part -> percent(part, text)).toList();
        requireRising(percents, text);
        if (percents.stream().anyMatch(percent -> percent < 1 || percent > 99)) {
            throw new IllegalArgumentException(
                    "A warning comes before the deadline, at 1 to 99 percent: '" + text + "'");
        }
        return percents;
    }

    /** Rungs with the percent of the promised time at which they come, as in {@code copy-manager 100, next-rep 150}. */
    static List<Mark> rungs(String text) {
        List<Mark> rungs = new ArrayList<>();
        for (String part : parts(text)) {
            String[] words = part.split("\\s+");
            if (words.length != 2) {
                throw new IllegalArgumentException(
                        "A rung has a name and a percent, as in 'copy-manager 100', not '" + part + "'");
            }
            rungs.add(Mark.rung(Rung.named(words[0]), percent(words[1], text)));
        }
        return climbing(rungs, text);
    }

    private static List<Mark> climbing(List<Mark> rungs, String text) {
        Set<String> names = rungs.stream().map(Mark::name).collect(Collectors.toSet());
        if (names.size() < rungs.size()) {
            throw new IllegalArgumentException("The ladder loops, a rung comes twice: '" + text + "'");
        }
        if (rungs.stream().anyMatch(rung -> rung.percent() < 100)) {
            throw new IllegalArgumentException(
                    "A rung comes at the deadline or later, at 100 percent or more: '" + text + "'");
        }
        for (int i = 1; i < rungs.size(); i++) {
            if (rungs.get(i).percent() < rungs.get(i - 1).percent()) {
                throw new IllegalArgumentException("The ladder loops, it goes back in time: '" + text + "'");
            }
        }
        return List.copyOf(rungs);
    }

    private static void requireRising(List<Integer> percents, String text) {
        for (int i = 1; i < percents.size(); i++) {
            if (percents.get(i) <= percents.get(i - 1)) {
                throw new IllegalArgumentException("Warnings come one after the other: '" + text + "'");
            }
        }
    }

    private static int percent(String number, String text) {
        try {
            return Integer.parseInt(number.replace("%", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + number + "' is no percentage: '" + text + "'");
        }
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
