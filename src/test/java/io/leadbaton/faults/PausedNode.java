package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** A node stands still for longer than its jobs belong to it, in the middle of them, and then goes on as if nothing had happened. */
final class PausedNode implements Fault {

    @Override
    public String name() {
        return "F3 a node is paused";
    }

    @Override
    public Finding happen(World world) throws Exception {
        List<String> leads = world.promises(LeadbatonFaults.scaled(200));
        Node paused = world.nodes().get(0);
        world.fallDue(leads, 2);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> world.broken(leads) > 0);
        paused.pause();
        int before = world.broken(leads);
        long began = System.nanoTime();
        // It may have stopped in the middle of a transaction: what it holds is free when PostgreSQL loses patience.
        Duration patience = Duration.ofSeconds(World.LOCK_SECONDS + 120L);
        try {
            await().atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> world.broken(leads) == leads.size());
        } finally {
            paused.goOn();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        paused.awaitReady();
        Thread.sleep(3_000);
        return Finding.of(
                "%d promises fell due at once; paused after %d of them; the other node had done the rest after %.1f s"
                        .formatted(leads.size(), before, seconds),
                leads.size());
    }
}
