package io.leadbaton.engine.rules;

import io.leadbaton.policy.AskedClause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a lead is: in an element, inside of its subprocesses, inside of the elements that called their process. Each place is one. */
final class Place {

    private static final int DEEPEST = 20;

    private final Course course;
    private final List<Node> path;
    private final Set<AskedClause> asked;
    private final Map<String, Place> inner = new HashMap<>();

    private Place(Course course, @Nullable Place outer, List<Node> path, Set<AskedClause> more) {
        this.course = course;
        this.path = path;
        this.asked = new HashSet<>(more);
        if (outer != null) {
            asked.addAll(outer.asked);
        }
    }

    static Place outermost(Course course) {
        return new Place(course, null, List.of(), course.asked());
    }

    /** Inside of an element of the same process. */
    Place at(Node node) {
        List<Node> longer = new ArrayList<>(path);
        longer.add(node);
        return inner.computeIfAbsent(node.id(), id -> new Place(course, this, longer, course.askedAround(node)));
    }

    /** In the process that this element calls. */
    Place calling(Course called) {
        return inner.computeIfAbsent(
                "calls " + called.starts(), process -> new Place(called, this, path, called.asked()));
    }

    Course course() {
        return course;
    }

    /** From the outside in. */
    List<Node> path() {
        return path;
    }

    boolean isTooDeep() {
        return path.size() > DEEPEST;
    }

    /** Whether a timer around asks this. */
    boolean asks(AskedClause clause) {
        return asked.contains(clause);
    }
}
