package io.leadbaton.faults;

import java.util.List;

/** A node dies at a chosen point of taking a lead in; the sender repeats at the other one. */
final class CrashesAtNamedPoints implements Fault {

    private static final List<String> POINTS = List.of("after-insert", "before-commit", "after-commit");

    @Override
    public String name() {
        return "F2 a node dies at named points";
    }

    @Override
    public Finding happen(World world) {
        Node node = world.nodes().get(1);
        world.with(World.LOCK_SECONDS, "--leadbaton.faults.crash=true");
        for (String point : POINTS) {
            world.restart(node);
            world.load().trySending("crash-" + point, node);
            node.awaitDeath();
            world.killed();
        }
        world.asShipped();
        world.restart(node);
        return Finding.of("died %s of the lead's transaction".formatted(POINTS), POINTS.size());
    }
}
