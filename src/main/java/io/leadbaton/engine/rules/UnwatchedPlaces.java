package io.leadbaton.engine.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.leadbaton.engine.rules.ClockWalk.Unwatched;
import io.leadbaton.policy.AskedClause;
import io.leadbaton.policy.Fault;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says of all places where a promise lacks a timer where to draw it: at the smallest element around them. */
final class UnwatchedPlaces {

    private final AskedClause asked;
    private final String waits;

    private UnwatchedPlaces(AskedClause asked, String waits) {
        this.asked = asked;
        this.waits = waits;
    }

    static Stream<Fault> of(ClockWalk walk, Predicate<Unwatched> meant, String waits) {
        return walk.unwatched().stream().filter(meant).collect(groupingBy(Unwatched::asked)).entrySet().stream()
                .flatMap(entry -> new UnwatchedPlaces(entry.getKey(), waits).faults(paths(entry.getValue())));
    }

    private static List<List<Node>> paths(Collection<Unwatched> places) {
        List<List<Node>> paths =
                places.stream().map(each -> each.place().path()).distinct().toList();
        boolean inOneDiagram =
                paths.stream().map(path -> last(path).file()).distinct().count() == 1;
        return inOneDiagram
                ? paths.stream().map(UnwatchedPlaces::inLastDiagram).distinct().toList()
                : paths;
    }

    private static Node last(List<Node> path) {
        return path.get(path.size() - 1);
    }

    private static List<Node> inLastDiagram(List<Node> path) {
        String file = last(path).file();
        return path.stream().filter(node -> node.file().equals(file)).toList();
    }

    /** One for each element that stands outermost, pushed in as far as all places go. */
    private Stream<Fault> faults(List<List<Node>> paths) {
        return paths.stream().collect(groupingBy(path -> path.get(0))).values().stream()
                .map(this::fault);
    }

    private Fault fault(List<List<Node>> paths) {
        int depth = 0;
        while (agreeOn(depth + 1, paths)) {
            depth++;
        }
        Node element = paths.get(0).get(depth);
        return new Fault(element.file(), element.id(), reason(element, paths));
    }

    private static boolean agreeOn(int depth, List<List<Node>> paths) {
        return paths.stream().allMatch(path -> path.size() > depth)
                && paths.stream().map(path -> path.get(depth)).distinct().count() == 1;
    }

    private String reason(Node element, List<List<Node>> paths) {
        String places = paths.stream()
                .map(UnwatchedPlaces::last)
                .filter(node -> !node.equals(element))
                .map(Node::id)
                .distinct()
                .sorted()
                .collect(joining(", "));
        return "%s%s while the promise '%s' runs, and no timer around it %s: add one as %s"
                .formatted(
                        waits,
                        places.isEmpty() ? "" : " (at " + places + ")",
                        asked.clause(),
                        asked.isDueAt()
                                ? "takes the work away at the deadline"
                                : "asks for it and begins its escalation",
                        asked);
    }
}
