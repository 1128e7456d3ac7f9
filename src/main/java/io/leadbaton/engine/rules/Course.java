package io.leadbaton.engine.rules;

import io.leadbaton.policy.AskedClause;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A process as a lead goes through it.
 *
 * @param starts ids of its start events
 * @param handlers ids of its event subprocesses
 * @param nodes its elements by their ids
 * @param timers what its timers ask about, by the ids of their events
 */
record Course(List<String> starts, List<String> handlers, Map<String, Node> nodes, Map<String, AskedClause> timers) {

    Node node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    /** What event subprocesses of the whole process ask about. */
    Set<AskedClause> asked() {
        return asked(startsOf(handlers));
    }

    /** What is asked about by the events at the edge of an element, inside of it, and by those it waits for. */
    Set<AskedClause> askedAround(Node node) {
        Stream<String> next =
                node.kind() == Node.Kind.EVENTS ? node.ways().stream().map(Node.Way::target) : Stream.of(node.id());
        return asked(Stream.of(node.attached().stream(), startsOf(node.handlers()), next)
                .flatMap(ids -> ids));
    }

    private Stream<String> startsOf(List<String> handlers) {
        return handlers.stream().flatMap(handler -> node(handler).starts().stream());
    }

    private Set<AskedClause> asked(Stream<String> events) {
        Set<AskedClause> asked = new HashSet<>();
        events.filter(timers::containsKey).forEach(event -> asked.add(timers.get(event)));
        return asked;
    }
}
