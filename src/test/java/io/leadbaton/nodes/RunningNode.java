package io.leadbaton.nodes;

import io.leadbaton.Child;
import io.leadbaton.Http;
import io.leadbaton.Leadbaton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service in a process of its own, with demo users, on a database that others use too. */
record RunningNode(Child service, int port) implements AutoCloseable {

    static Child start(String database, Path data) {
        return Child.run(
                Leadbaton.class,
                Map.of("LEADBATON_DATA", data.toString(), "SPRING_DATASOURCE_URL", database),
                "--server.port=0",
                "--leadbaton.demo=true",
                "--leadbaton.sample-leads=false");
    }

    static RunningNode whenReady(Child service) {
        String started = service.awaitLine("Tomcat started on port");
        service.awaitLine("Started Leadbaton");
        Thread reader = new Thread(() -> readOn(service), "reads what a node says");
        reader.setDaemon(true);
        reader.start();
        return new RunningNode(service, Integer.parseInt(started.replaceAll(".*port (\\d+).*", "$1")));
    }

    Http as(String user) {
        return Http.as(user, port);
    }

    List<String> errors() {
        return new ArrayList<>(service.lines())
                .stream().filter(line -> line.contains(" ERROR ")).toList();
    }

    private static void readOn(Child service) {
        try {
            service.awaitEnd();
        } catch (UncheckedIOException | InterruptedException ended) {
            // It was killed in the middle of a line.
        }
    }

    @Override
    public void close() throws InterruptedException {
        service.close();
    }
}
