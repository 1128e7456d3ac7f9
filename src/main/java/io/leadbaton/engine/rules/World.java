package io.leadbaton.engine.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a lead may stand when it comes to a place of a diagram. Compared so often that each remembers its hash. */
final class World {

    static final World BEGINNING = new World(Set.of(), Set.of(), Map.of(), false);

    private final Set<String> running;
    private final Set<String> paused;
    private final Map<String, Answer> known;
    private final boolean unclear;
    private final int hash;

    /**
     * @param running clauses whose clock may run
     * @param paused clauses whose clock stands still
     * @param known what steps answered before
     * @param unclear whether it is doubtful that a lead comes here like this
     */
    private World(Set<String> running, Set<String> paused, Map<String, Answer> known, boolean unclear) {
        this.running = running;
        this.paused = paused;
        this.known = known;
        this.unclear = unclear;
        this.hash = Objects.hash(running, paused, known, unclear);
    }

    Set<String> running() {
        return running;
    }

    Set<String> paused() {
        return paused;
    }

    Map<String, Answer> known() {
        return known;
    }

    boolean unclear() {
        return unclear;
    }

    World without(Collection<String> ended) {
        if (ended.isEmpty()) {
            return this;
        }
        return new World(minus(running, ended), minus(paused, ended), known, unclear);
    }

    World with(Collection<String> started) {
        return new World(plus(running, started), minus(paused, started), known, unclear);
    }

    World standingStill() {
        return new World(Set.of(), plus(paused, running), known, unclear);
    }

    World goingOn() {
        return new World(plus(running, paused), Set.of(), known, unclear);
    }

    World knowing(String variable, @Nullable Answer answer) {
        if (Objects.equals(known.get(variable), answer)) {
            return this;
        }
        Map<String, Answer> now = new HashMap<>(known);
        if (answer == null) {
            now.remove(variable);
        } else {
            now.put(variable, answer);
        }
        return knowing(now);
    }

    World knowing(Map<String, Answer> now) {
        return now.equals(known) ? this : new World(running, paused, Map.copyOf(now), unclear);
    }

    World inDoubt() {
        return new World(running, paused, known, true);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof World world
                && hash == world.hash
                && unclear == world.unclear
                && running.equals(world.running)
                && paused.equals(world.paused)
                && known.equals(world.known);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    private static Set<String> plus(Set<String> some, Collection<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static Set<String> minus(Set<String> some, Collection<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return Set.copyOf(rest);
    }
}
