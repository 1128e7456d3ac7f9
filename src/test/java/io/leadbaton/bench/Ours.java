package io.leadbaton.bench;

import io.leadbaton.Leadbaton;
import io.leadbaton.lead.Intake;
import io.leadbaton.lead.NewLead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The service itself, with the settings it ships with. */
final class Ours extends Contender {

    private final String key;

    Ours(String name, BenchServer server, Path data) {
        super(
                name,
                server,
                Leadbaton.class,
                List.of(
                        "--spring.datasource.url={database}",
                        "--leadbaton.data=" + data,
                        "--leadbaton.demo=true",
                        "--leadbaton.sample-leads=false",
                        "--leadbaton.policy.watch=false",
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false"));
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

    @Override
    HttpRequest request(SampleLead lead) {
        return post("/api/v1/leads", SampleLead.json(lead.nested()))
                .header("Authorization", "Bearer " + key)
                .build();
    }
}
