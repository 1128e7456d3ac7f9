package io.leadbaton.faults;

/** Nodes are killed in turns under load and started again; the other one goes on. */
final class KilledNodes implements Fault {

    private static final int KILLS = LeadbatonFaults.scaled(20);
    private static final int LEADS = LeadbatonFaults.scaled(10_000);
    private static final int A_SECOND = Integer.getInteger("leadbaton.faults.rate", 35);

    @Override
    public String name() {
        return "F1 a node is killed";
    }

    @Override
    public Finding happen(World world) throws Exception {
        world.load().start(A_SECOND);
        double longest = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Node node = world.nodes().get(kill % 2);
            Thread.sleep(500 + world.random().nextInt(2_000));
            node.kill();
            world.killed();
            node.start();
            node.awaitReady();
        }
        while (world.load().acknowledged() < LEADS) {
            Thread.sleep(200);
        }
        longest = world.load().longestSilenceSeconds();
        world.load().pause();
        return Finding.of(
                        "%d times kill -9, in turns, at %d leads a second; answers %s; longest time without an acknowledgement %.1f s"
                                .formatted(KILLS, A_SECOND, world.load().answers(), longest),
                        world.load().acknowledged())
                .must(longest < 20, "the other node did not go on")
                .must(!world.load().answers().containsKey("500"), "somebody was answered 500");
    }
}
