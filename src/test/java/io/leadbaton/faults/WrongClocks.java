package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** A node's clock is wrong by hours and by seconds, and its machine lives in another zone. */
final class WrongClocks implements Fault {

    private static final List<Duration> WRONG_BY =
            List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(10));

    @Override
    public String name() {
        return "F9 a clock is wrong";
    }

    @Override
    public Finding happen(World world) throws Exception {
        List<String> later = world.promises(LeadbatonFaults.scaled(20));
        List<String> elsewhere = world.promises(LeadbatonFaults.scaled(20));
        world.fallDue(later, 1_800);
        Node node = world.nodes().get(1);
        Finding finding = Finding.of("wrong by %s, then in another zone".formatted(WRONG_BY), WRONG_BY.size() + 1);
        try {
            for (Duration wrong : WRONG_BY) {
                node.runsOnMachine(WrongClock.ahead(wrong));
                keepsAside(world, node, later, finding);
            }
            node.runsOnMachine("-Duser.timezone=America/New_York");
            world.restart(node);
            works(world, elsewhere, finding);
        } finally {
            node.runsOnMachine();
            world.restart(node);
        }
        return finding;
    }

    /** It neither serves nor fires anything, and its neighbour goes on in time. */
    private static void keepsAside(World world, Node node, List<String> later, Finding finding) throws Exception {
        node.kill();
        node.start();
        await().atMost(Duration.ofMinutes(2)).until(node::isAwake);
        List<String> now = world.promises(5);
        world.fallDue(now, 1);
        await().atMost(Duration.ofSeconds(15)).until(() -> world.broken(now) == now.size());
        Thread.sleep(3_000);
        finding.must(!node.isReady(), "a node with a wrong clock counts as ready");
        finding.must(world.broken(later) == 0, "promises were broken half an hour too early");
    }

    private static void works(World world, List<String> leads, Finding finding) {
        world.fallDue(leads, 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> world.broken(leads) == leads.size());
        finding.must(world.nodes().get(1).isReady(), "a node in another zone is not ready");
    }
}
