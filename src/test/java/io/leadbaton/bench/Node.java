package io.leadbaton.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadbaton.Child;
import io.leadbaton.Http;
import io.leadbaton.Leadbaton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One running service in a JVM of its own, with the settings it ships with. */
final class Node implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Child service;
    private final Path data;
    private int port;

    private Node(Child service, Path data) {
        this.service = service;
        this.data = data;
    }

    /** Starts it; {@link #awaitReady} says when it serves. */
    static Node on(String database, Path data) {
        return new Node(
                Child.run(
                        List.of("-Xmx600m"),
                        Leadbaton.class,
                        Map.of("LEADBATON_DATA", data.toString(), "SPRING_DATASOURCE_URL", database),
                        "--server.port=0",
                        "--leadbaton.demo=true",
                        "--leadbaton.sample-leads=false"),
                data);
    }

    void awaitReady() {
        port = Integer.parseInt(service.awaitLine("Tomcat started on port").replaceAll(".*port (\\d+).*", "$1"));
        service.awaitLine("Started Leadbaton");
        Thread listener = new Thread(this::listen, "listens to a node");
        listener.setDaemon(true);
        listener.start();
        await().atMost(Duration.ofMinutes(1)).until(this::isReady);
    }

    /** The first things of a start, such as the key, come after it says that it has started. */
    private boolean isReady() {
        return Http.send(HTTP, request("/actuator/health/readiness").GET().build())
                        .statusCode()
                == 200;
    }

    private void listen() {
        try {
            service.awaitEnd();
        } catch (UncheckedIOException ended) {
            // It was stopped in the middle of a line.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it complained about so far. */
    List<String> complaints() {
        return List.copyOf(service.lines()).stream()
                .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                .filter(line -> !line.contains("SpringDoc"))
                .toList();
    }

    /** Brings in a lead and answers its id. */
    String receive(String json) {
        String lead = post("/api/v1/leads", json);
        try {
            return new ObjectMapper().readTree(lead).get("id").asText();
        } catch (IOException e) {
            throw new IllegalStateException(lead, e);
        }
    }

    private String post(String path, String json) {
        HttpResponse<String> answer = Http.send(
                HTTP,
                request(path)
                        .header("Authorization", "Bearer " + key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private String key() {
        try {
            return Files.readString(data.resolve("demo-intake-key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        service.close();
    }
}
