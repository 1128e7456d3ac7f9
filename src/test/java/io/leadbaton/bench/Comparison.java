package io.leadbaton.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The same work done by several in turn, round by round, so that a moment of noise meets all of them. */
final class Comparison {

    static final int ROUNDS = 6;

    /** Something that is done many times, answering how many a second. */
    interface Work {
        double perSecond();
    }

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    Comparison(Map<String, Work> contenders) {
        List<String> order = new ArrayList<>(contenders.keySet());
        for (int round = 0; round < ROUNDS; round++) {
            order.forEach(name -> rates.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(contenders.get(name).perSecond()));
            Collections.reverse(order);
        }
    }

    /** The median of what it reached in each round. */
    double rate(String name) {
        return median(rates.get(name));
    }

    /** The median of the ratios of each round. */
    double ratio(String name, String other) {
        return median(ratios(name, other));
    }

    /** For example {@code 2.31 (2.05 to 2.44)}. */
    String spread(String name, String other) {
        return spread("%.2f (%.2f to %.2f)", name, other);
    }

    /** As {@link #spread(String, String)} for small parts: {@code 0.031 (0.028 to 0.034)}. */
    String share(String name, String other) {
        return spread("%.3f (%.3f to %.3f)", name, other);
    }

    private String spread(String format, String name, String other) {
        List<Double> ratios = ratios(name, other);
        return format.formatted(median(ratios), Collections.min(ratios), Collections.max(ratios));
    }

    private List<Double> ratios(String name, String other) {
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> rates.get(name).get(round) / rates.get(other).get(round))
                .toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
