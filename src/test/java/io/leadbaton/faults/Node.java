package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import io.leadbaton.Child;
import io.leadbaton.Leadbaton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One of several running services, which stays reachable under one address however often it falls over. */
final class Node implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final String database;
    private final Path data;
    private final int port = freePort();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private List<String> settings = List.of();
    private List<String> machine = List.of();
    private Child service;

    /** @param database its URL; empty: the node brings its own */
    Node(String name, String database, Path folder) {
        this.name = name;
        this.database = database;
        this.data = folder.resolve(name);
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    String name() {
        return name;
    }

    /** From the next start on. */
    void settings(List<String> arguments) {
        settings = List.copyOf(arguments);
    }

    /** From the next start on: what its machine does to the JVM. */
    void runsOnMachine(String... options) {
        machine = List.of(options);
    }

    void start() {
        List<String> options = new ArrayList<>(List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.addAll(machine);
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=" + port, "--leadbaton.demo=true", "--leadbaton.sample-leads=false"));
        arguments.addAll(settings);
        service = Child.run(
                options,
                machine.isEmpty() ? Leadbaton.class : WrongClock.class,
                environment(),
                arguments.toArray(String[]::new));
        Thread listener = new Thread(this::listen, "listens to " + name);
        listener.setDaemon(true);
        listener.start();
    }

    private Map<String, String> environment() {
        return database.isEmpty()
                ? Map.of("LEADBATON_DATA", data.toString())
                : Map.of("LEADBATON_DATA", data.toString(), "SPRING_DATASOURCE_URL", database);
    }

    private void listen() {
        try {
            service.output().lines().forEach(said::add);
        } catch (UncheckedIOException ended) {
            // It died in the middle of a line.
        }
    }

    void awaitReady() {
        try {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(this::isReady);
        } catch (RuntimeException never) {
            throw new IllegalStateException(name + " did not get ready:\n" + String.join("\n", said), never);
        }
    }

    boolean isReady() {
        return isUp("readiness");
    }

    /** Whether it answers at all. */
    boolean isAwake() {
        return isUp("liveness");
    }

    private boolean isUp(String probe) {
        try {
            HttpRequest question = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/actuator/health/" + probe))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return service != null && service.process().isAlive();
    }

    /** As by the kernel or a power cut: it gets no chance to put anything in order. */
    void kill() {
        service.process().destroyForcibly().onExit().join();
    }

    void pause() {
        Signals.send("STOP", service.process().toHandle());
    }

    void goOn() {
        Signals.send("CONT", service.process().toHandle());
    }

    void awaitDeath() {
        service.process().onExit().join();
    }

    /** Everything it wrote since the first start. */
    List<String> said() {
        return List.copyOf(said);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (service != null) {
            service.close();
        }
    }
}
