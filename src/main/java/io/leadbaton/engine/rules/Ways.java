package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Node.Kind;
import io.leadbaton.engine.rules.Node.Way;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chooses the flows a lead may take behind an element. */
final class Ways {

    private Ways() {}

    /** The elements it may come to, and how it stands then. */
    static Map<String, World> from(Node node, World world) {
        Map<String, World> taken = new LinkedHashMap<>();
        World rest = goesSeveralWays(node) ? world.inDoubt() : world;
        for (Way way : node.ways()) {
            Verdict verdict = way.condition() == null ? Verdict.YES : Condition.weigh(way.condition(), world.known());
            if (way.otherwise() || verdict == Verdict.NO) {
                continue;
            }
            World next = verdict == Verdict.UNCLEAR ? rest.inDoubt() : rest;
            taken.put(way.target(), next);
            if (node.kind() == Kind.DECISION && verdict == Verdict.YES) {
                return taken;
            }
            rest = next;
        }
        World last = rest;
        node.ways().stream().filter(Way::otherwise).forEach(way -> taken.putIfAbsent(way.target(), last));
        return taken;
    }

    /** What one branch does to the clocks is not followed on the others. */
    private static boolean goesSeveralWays(Node node) {
        return node.kind() != Kind.DECISION
                && node.kind() != Kind.EVENTS
                && node.ways().size() > 1;
    }
}
