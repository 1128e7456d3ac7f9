package io.leadbaton.bench;

import static org.awaitility.Awaitility.await;

import io.leadbaton.Http;
import io.leadbaton.Leadbaton;
import io.leadbaton.lead.Intake;
import io.leadbaton.lead.NewLead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service itself, with the settings it ships with. */
final class Ours extends Contender {

    private final String key;

    /** Its timers are fired by the bench. */
    Ours(String name, BenchServer server, Path data) {
        this(name, server, data, List.of("--camunda.bpm.job-execution.enabled=false"));
    }

    /** As shipped, timers included. */
    static Ours firingTimers(String name, BenchServer server, Path data) {
        return new Ours(name, server, data, List.of());
    }

    /** As shipped, but for the history, which has a line for each step as stock's has. */
    static Ours recordingEachStep(String name, BenchServer server, Path data) {
        return new Ours(
                name,
                server,
                data,
                List.of("--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.history-level=full"));
    }

    private Ours(String name, BenchServer server, Path data, List<String> more) {
        super(
                name,
                server,
                Leadbaton.class,
                Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url={database}",
                                        "--leadbaton.data=" + data,
                                        "--leadbaton.demo=true",
                                        "--leadbaton.sample-leads=false",
                                        "--leadbaton.policy.watch=false",
                                        "--server.port=0"),
                                more.stream())
                        .toList());
        try {
            key = Files.readString(data.resolve("demo-intake-key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void receive(SampleLead lead) {
        bean(Intake.class).receive(newLead(lead.nested()), "bench");
    }

    @SuppressWarnings("unchecked")
    private static NewLead newLead(Map<String, Object> lead) {
        return new NewLead(
                null,
                (String) lead.get("email"),
                (String) lead.get("phone"),
                null,
                null,
                (String) lead.get("company"),
                (String) lead.get("jobTitle"),
                null,
                null,
                null,
                (String) lead.get("channel"),
                null,
                null,
                null,
                (String) lead.get("leadType"),
                null,
                false,
                false,
                Map.of(),
                (Map<String, Object>) lead.get("intent"),
                (Map<String, Object>) lead.get("qualification"),
                Map.of(),
                Map.of(),
                null);
    }

    /** Sends two files with so many leads in all, and answers when every one of them has its task. */
    void receiveFiles(int leads) {
        Http sender = Http.withKey(key, port());
        List<String> imports = Stream.of(leads / 2, leads - leads / 2)
                .map(rows -> sender.send("POST", "/api/v1/imports", file(rows), Map.of("Content-Type", "text/csv")))
                .map(answer -> Http.json(answer).get("id").asText())
                .toList();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(5))
                .until(() -> imports.stream().mapToInt(this::created).sum() == leads);
    }

    private static String file(int rows) {
        return Stream.generate(Contender::nextLead)
                .limit(rows)
                .map(SampleLead::line)
                .collect(Collectors.joining("", SampleLead.header(), ""));
    }

    private int created(String file) {
        return bean(JdbcClient.class)
                .sql("select created from leadbaton.import where id = :id")
                .param("id", file)
                .query(Integer.class)
                .single();
    }

    @Override
    HttpRequest request(SampleLead lead) {
        return post("/api/v1/leads", SampleLead.json(lead.nested()))
                .header("Authorization", "Bearer " + key)
                .build();
    }
}
