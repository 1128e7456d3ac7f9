package io.leadbaton.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The services whose timers are measured: nodes of ours in a JVM of their own each, and ours and stock in this one. They are started
 * before something else is measured, because timers after idleness need idleness first.
 */
final class WaitingServices implements CloseableResource {

    static final int WARM_UP = 400;
    static final int AFTER_IDLENESS = 20;
    static final int STEADY = 800;
    static final int STORM = 10_000;
    static final int STORM_FOR_TWO = 1_000;
    static final int SMALL_STORM = 500;
    static final int STORMS_IN_TURN = 3;

    private static final boolean TWO_NODES = Boolean.getBoolean("leadbaton.bench.two-nodes");
    private static final int PATTERNS = 25;

    private final Path folder;
    private final BenchServer server;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final List<Contender> contenders = new ArrayList<>();
    private final List<Cluster> clusters;
    private final WaitingLeads stock;
    private final WaitingLeads ours;
    private final List<Long> queriesBefore;
    private final long idleSince;

    private WaitingServices() throws IOException {
        folder = Files.createTempDirectory("leadbaton-bench");
        server = new BenchServer(folder.resolve("pg"));
        var one = CompletableFuture.supplyAsync(() -> cluster("one", 1, STORM));
        var two = TWO_NODES ? CompletableFuture.supplyAsync(() -> cluster("two", 2, STORM_FOR_TWO)) : null;
        stock = startStock();
        ours = startOurs();
        clusters = two == null ? List.of(one.join()) : List.of(one.join(), two.join());
        var warmingUp =
                clusters.stream().map(cluster -> cluster.fall(WARM_UP, 50)).toList();
        IntStream.range(0, clusters.size()).forEach(i -> clusters.get(i).lateness(warmingUp.get(i)));
        queriesBefore = clusters.stream().map(Cluster::jobQueries).toList();
        idleSince = System.nanoTime();
    }

    private WaitingLeads startStock() {
        Stock service = new Stock("stocktimers", server, true);
        contenders.add(service);
        int needed = AFTER_IDLENESS + STEADY + (1 + STORMS_IN_TURN) * SMALL_STORM;
        return WaitingLeads.of(service, server, OpenLeads.ofStock(server.sql("stocktimers")), needed);
    }

    private WaitingLeads startOurs() {
        Ours service = Ours.firingTimers("ourtimers", server, folder.resolve("ourtimers"));
        contenders.add(service);
        int needed = (1 + STORMS_IN_TURN) * SMALL_STORM;
        return WaitingLeads.of(service, server, new OpenLeads(server.sql("ourtimers")), needed);
    }

    private Cluster cluster(String database, int size, int storm) {
        server.create(database);
        Node first = start(database, 1);
        int needed = WARM_UP + AFTER_IDLENESS + STEADY + storm;
        new OpenLeads(server.sql(database)).fill(first, PATTERNS, needed / PATTERNS + 1);
        List<Node> all = new ArrayList<>(List.of(first));
        IntStream.rangeClosed(2, size).forEach(number -> all.add(start(database, number)));
        return new Cluster(all, server.client(database));
    }

    private Node start(String database, int number) {
        Node node = Node.on(server.url(database), folder.resolve(database + number));
        nodes.add(node);
        node.awaitReady();
        return node;
    }

    String version() {
        return server.version();
    }

    List<Cluster> clusters() {
        return clusters;
    }

    WaitingLeads stock() {
        return stock;
    }

    WaitingLeads ours() {
        return ours;
    }

    /** How long nobody has asked anything of them, and how often a second each node of a cluster has asked for jobs. */
    record Idleness(Duration lasted, List<Double> queriesPerNode) {}

    /** Answers when they have been idle for so long, or longer. */
    Idleness idleFor(Duration atLeast) throws InterruptedException {
        Thread.sleep(
                Math.max(0, atLeast.minusNanos(System.nanoTime() - idleSince).toMillis()));
        double seconds = (System.nanoTime() - idleSince) / 1e9;
        return new Idleness(
                Duration.ofSeconds((long) seconds),
                IntStream.range(0, clusters.size())
                        .mapToObj(i -> (clusters.get(i).jobQueries() - queriesBefore.get(i))
                                / seconds
                                / clusters.get(i).size())
                        .toList());
    }

    List<String> complaints() {
        return nodes.stream().flatMap(node -> node.complaints().stream()).toList();
    }

    @Override
    public void close() throws Exception {
        for (Node node : nodes) {
            node.close();
        }
        contenders.forEach(Contender::close);
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Gives every bench of a run the same services, started when the first one asks. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext bench) {
            return parameter.getParameter().getType() == WaitingServices.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext bench) {
            return bench.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .getOrComputeIfAbsent(WaitingServices.class, key -> started(), WaitingServices.class);
        }

        private static WaitingServices started() {
            try {
                return new WaitingServices();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
