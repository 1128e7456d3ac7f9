package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** Very many promises fall due at the same moment, while leads go on coming in. */
final class TimerStorm implements Fault {

    @Override
    public String name() {
        return "F10 a storm of timers";
    }

    @Override
    public Finding happen(World world) {
        List<String> leads = world.promises(LeadbatonFaults.scaled(1_000));
        world.load().start(10);
        world.fallDue(leads, 1);
        long began = System.nanoTime();
        await().atMost(Duration.ofMinutes(5)).until(() -> world.broken(leads) >= leads.size());
        double seconds = (System.nanoTime() - began) / 1e9;
        double silence = world.load().longestSilenceSeconds();
        world.load().pause();
        return Finding.of(
                        "%d at once, drained in %.1f s with 10 leads a second coming in; answers %s; longest time without an acknowledgement %.1f s"
                                .formatted(leads.size(), seconds, world.load().answers(), silence),
                        leads.size())
                .must(world.broken(leads) == leads.size(), "not every promise was broken once");
    }
}
