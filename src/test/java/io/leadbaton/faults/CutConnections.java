package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** The network between a node and its database is slow, cut, silent, and loses commits on their way there and back. */
final class CutConnections implements Fault {

    @Override
    public String name() {
        return "F5 connections are cut";
    }

    @Override
    public Finding happen(World world) throws Exception {
        FaultProxy network = world.proxy();
        int before = network.lostBefore();
        int after = network.lostAfter();
        world.load().start(20);
        network.turn(FaultProxy.Mood.LOSING_COMMITS);
        int enough = LeadbatonFaults.scaled(8) + 1;
        await().atMost(Duration.ofMinutes(2))
                .until(() -> network.lostBefore() - before >= enough && network.lostAfter() - after >= enough);
        network.turn(FaultProxy.Mood.SLOW);
        Thread.sleep(3_000);
        network.turn(FaultProxy.Mood.CUT);
        Thread.sleep(4_000);
        network.turn(FaultProxy.Mood.SILENT);
        Thread.sleep(8_000);
        network.turn(FaultProxy.Mood.CALM);
        network.cutAll();
        Thread.sleep(2_000);
        world.load().pause();
        int lostBefore = network.lostBefore() - before;
        int lostAfter = network.lostAfter() - after;
        return Finding.of(
                        "%d commits lost on the way to the database, %d answers to commits lost; then 20 ms late, cut for 4 s, silent for 8 s; answers %s"
                                .formatted(lostBefore, lostAfter, world.load().answers()),
                        lostBefore + lostAfter)
                .must(lostBefore > 0 && lostAfter > 0, "no commit was lost")
                .must(world.putAside() == 0, "leads wait to be sorted out, and nothing is wrong with them")
                .must(!world.load().answers().containsKey("500"), "somebody was answered 500");
    }
}
