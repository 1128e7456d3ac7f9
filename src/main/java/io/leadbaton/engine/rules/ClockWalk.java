package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Node.Kind;
import io.leadbaton.policy.AskedClause;
import io.leadbaton.policy.ClockSteps;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes every way a lead can go through a process and the ones it calls, and looks at each place where it waits: is every promise
 * whose clock may run there asked about by a timer?
 */
final class ClockWalk {

    private final Map<String, Course> courses;
    private final ClockSteps clocks;
    private final ClockEffects effects;
    private final Set<Unwatched> unwatched = new LinkedHashSet<>();
    private final Map<Node, Set<String>> mayRun = new HashMap<>();
    private final Map<Entry, Gone> walked = new HashMap<>();

    ClockWalk(Map<String, Course> courses, ClockSteps clocks) {
        this.courses = courses;
        this.clocks = clocks;
        this.effects = new ClockEffects(clocks);
    }

    /** A wait where no timer asks about a promise that may run, as it should be asked. */
    record Unwatched(Place place, AskedClause asked, boolean unclear) {}

    /**
     * How leads may stand behind a way, and while they wait on it.
     */
    private record Gone(Set<World> out, Set<World> waiting) {

        Gone() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private record Visit(Node node, World world) {}

    private record Entry(List<String> starts, World world, Place place) {}

    ClockWalk through(Course course) {
        go(course.starts(), course.handlers(), World.BEGINNING, Place.outermost(course));
        return this;
    }

    Set<Unwatched> unwatched() {
        return unwatched;
    }

    /** Clauses whose clock may run when a lead comes to an element. */
    Map<Node, Set<String>> mayRun() {
        return mayRun;
    }

    private Gone go(List<String> starts, List<String> handlers, World in, Place place) {
        Entry entry = new Entry(starts, in, place);
        Gone gone = walked.get(entry);
        if (gone == null) {
            gone = new Scope(place, handlers, starts).go(in);
            walked.put(entry, gone);
        }
        return gone;
    }

    /** One process or subprocess, or the branch beside it, on one visit. */
    private final class Scope {

        private final Place place;
        private final List<String> handlers;
        private final List<String> starts;
        private final Gone gone = new Gone();
        private final Deque<Visit> open = new ArrayDeque<>();
        private final Set<Visit> seen = new HashSet<>();

        Scope(Place place, List<String> handlers, List<String> starts) {
            this.place = place;
            this.handlers = handlers;
            this.starts = starts;
        }

        Gone go(World in) {
            enter(in);
            while (!open.isEmpty()) {
                Visit visit = open.remove();
                Gone here = pass(visit.node(), visit.world(), place);
                here.out().forEach(out -> leave(visit.node(), out));
                here.waiting().forEach(world -> interrupted(visit.node(), world));
            }
            return gone;
        }

        private void enter(World in) {
            starts.forEach(start -> come(start, in));
        }

        private void come(String id, World world) {
            Visit visit = new Visit(place.course().node(id), world);
            if (seen.add(visit)) {
                open.add(visit);
            }
        }

        private void leave(Node node, World world) {
            Ways.from(node, world).forEach((target, next) -> come(target, next));
            if (node.ways().isEmpty()) {
                gone.out().add(world);
            }
        }

        /** Something else may happen while the lead waits there. */
        private void interrupted(Node node, World world) {
            if (gone.waiting().add(world)) {
                handlers.forEach(handler -> handled(place.course().node(handler), world));
            }
            node.attached().stream().map(place.course()::node).forEach(event -> {
                if (event.interrupts()) {
                    come(event.id(), world);
                } else {
                    changed(beside(List.of(event.id()), place, world), world).forEach(after -> come(node.id(), after));
                }
            });
        }

        private void handled(Node handler, World world) {
            Set<World> after = beside(handler.starts(), place.at(handler), world);
            if (handler.starts().stream().map(place.course()::node).allMatch(Node::interrupts)) {
                gone.out().addAll(after);
            } else {
                changed(after, world).forEach(this::enter);
            }
        }

        /** Where a branch beside did nothing to the clocks, the lead goes on waiting as before. */
        private Stream<World> changed(Set<World> after, World before) {
            return after.stream().filter(world -> !world.equals(before));
        }

        private Set<World> beside(List<String> from, Place where, World world) {
            return ClockWalk.this.go(from, List.of(), world, where).out();
        }
    }

    /** Through one element, with everything inside of it. */
    private Gone pass(Node node, World world, Place place) {
        mayRun.computeIfAbsent(node, key -> new HashSet<>()).addAll(world.running());
        mayRun.get(node).addAll(world.paused());
        Gone gone = new Gone();
        if (node.kind() == Kind.SCOPE) {
            Gone inside = go(node.starts(), node.handlers(), world, place.at(node));
            gone.waiting().addAll(inside.waiting());
            inside.out().forEach(out -> gone.out().add(out.knowing(node.handed().behind(world.known(), out.known()))));
        } else if (node.kind() == Kind.CALL) {
            call(node, world, place.at(node), gone);
        } else {
            if (node.waits()) {
                look(world, place.at(node));
                gone.waiting().add(world);
            }
            effects.behind(node, world).forEach(gone.out()::add);
        }
        return gone;
    }

    private void call(Node node, World world, Place place, Gone gone) {
        Course called = courses.get(node.called());
        if (called == null || place.isTooDeep()) {
            gone.out().add(world);
            return;
        }
        World entering = world.knowing(node.handed().inside(world.known()));
        Gone inside = go(called.starts(), called.handlers(), entering, place.calling(called));
        inside.waiting()
                .forEach(wait -> gone.waiting().add(wait.knowing(Handed.withLead(world.known(), wait.known()))));
        inside.out().forEach(out -> gone.out().add(out.knowing(node.handed().behindCall(world.known(), out.known()))));
    }

    private void look(World world, Place place) {
        for (String clause : world.running()) {
            need(AskedClause.firstMark(clause), world, place);
            if (clocks.takesWorkAway(clause)) {
                need(AskedClause.dueAt(clause), world, place);
            }
        }
    }

    private void need(AskedClause asked, World world, Place place) {
        if (!place.asks(asked)) {
            unwatched.add(new Unwatched(place, asked, world.unclear()));
        }
    }
}
