package io.leadbaton.faults;

import java.util.List;

/** PostgreSQL is restarted and crashes under load. */
final class FallenDatabase implements Fault {

    private static final List<String> WAYS = List.of("INT", "QUIT", "KILL", "INT", "KILL");
    private static final int LONGEST_SECONDS = 15;

    @Override
    public String name() {
        return "F4 the database falls";
    }

    @Override
    public Finding happen(World world) throws Exception {
        int times = Math.max(3, LeadbatonFaults.scaled(WAYS.size()));
        double slowest = 0;
        world.load().start(20);
        for (String way : WAYS.subList(0, times)) {
            Thread.sleep(4_000);
            world.database().stop(way);
            Thread.sleep(2_000);
            world.database().start();
            slowest = Math.max(slowest, secondsUntilReady(world));
        }
        Thread.sleep(3_000);
        world.load().pause();
        return Finding.of(
                        "%d times stopped (%s), away for 2 s; answers %s; nodes ready %.1f s after it accepts"
                                .formatted(
                                        times,
                                        WAYS.subList(0, times),
                                        world.load().answers(),
                                        slowest),
                        times)
                .must(slowest <= LONGEST_SECONDS, "nodes were not ready in time")
                .must(world.putAside() == 0, "leads wait to be sorted out, and nothing is wrong with them")
                .must(!world.load().answers().containsKey("500"), "somebody was answered 500")
                .must(world.load().answers().containsKey("503"), "nobody was asked to come back later");
    }

    private static double secondsUntilReady(World world) {
        long began = System.nanoTime();
        world.nodes().forEach(Node::awaitReady);
        world.promises(1);
        return (System.nanoTime() - began) / 1e9;
    }
}
