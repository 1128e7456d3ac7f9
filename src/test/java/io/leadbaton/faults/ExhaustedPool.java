package io.leadbaton.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody locks what every request needs, until all connections wait for it. */
final class ExhaustedPool implements Fault {

    private static final int SECONDS = 15;

    @Override
    public String name() {
        return "F18 the pool is exhausted";
    }

    @Override
    public Finding happen(World world) throws Exception {
        world.load().start(40);
        Thread.sleep(2_000);
        int deadNodes;
        try (var connection = new org.springframework.jdbc.datasource.DriverManagerDataSource(
                        Database.url(world.database().port(), "leadbaton"))
                .getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table leadbaton.lead in access exclusive mode");
            Thread.sleep(Duration.ofSeconds(SECONDS).toMillis());
            deadNodes =
                    (int) world.nodes().stream().filter(node -> !node.isAlive()).count();
            connection.rollback();
        }
        Instant released = Instant.now();
        world.nodes().forEach(Node::awaitReady);
        world.promises(1);
        double seconds = Duration.between(released, Instant.now()).toMillis() / 1e3;
        world.load().pause();
        Map<String, Integer> answers = world.load().answers();
        return Finding.of(
                        "the table of leads locked for %d s at 40 leads a second; answers %s; serving again after %.1f s"
                                .formatted(SECONDS, answers, seconds),
                        SECONDS)
                .must(deadNodes == 0, "%d nodes died".formatted(deadNodes))
                .must(seconds <= 15, "nodes did not recover in time")
                .must(answers.containsKey("503"), "nobody was asked to come back later")
                .must(!answers.containsKey("500"), "somebody was answered 500");
    }
}
