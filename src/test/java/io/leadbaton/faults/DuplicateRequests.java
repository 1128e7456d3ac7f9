package io.leadbaton.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same request comes eight times at once, at both nodes; and the same person without a key, as often. */
final class DuplicateRequests implements Fault {

    private static final int AT_ONCE = 8;
    private static final int FIRST = 5_000_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String name() {
        return "F11 duplicates in parallel";
    }

    @Override
    public Finding happen(World world) throws Exception {
        int keys = LeadbatonFaults.scaled(500);
        int persons = LeadbatonFaults.scaled(50);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            sendWithKey(world, FIRST + i, wrong);
        }
        for (int i = 0; i < persons; i++) {
            sendWithoutKey(world, FIRST + keys + i, wrong);
        }
        return new Finding(
                "%d keys and %d persons without a key, %d requests at once for each, at both nodes"
                        .formatted(keys, persons, AT_ONCE),
                keys + persons,
                wrong);
    }

    private void sendWithKey(World world, int number, List<String> wrong) throws Exception {
        String key = "twin-" + number;
        List<HttpResponse<String>> answers = sendAtOnce(world, number, key);
        Set<String> leads = leads(answers);
        leads.forEach(lead -> world.ledger().acknowledged(key, lead));
        long made =
                answers.stream().filter(answer -> answer.statusCode() == 201).count();
        boolean known =
                answers.stream().allMatch(answer -> Set.of(200, 201, 409).contains(answer.statusCode()));
        if (leads.size() != 1 || made != 1 || !known) {
            wrong.add("%s was answered %s".formatted(key, statuses(answers)));
        }
        int other = send(world.nodes().get(0), world.intakeKey(), key, SentLead.json(number + 1, "other"))
                .join()
                .statusCode();
        if (other != 422) {
            wrong.add("another request under the key %s was answered %d".formatted(key, other));
        }
    }

    private void sendWithoutKey(World world, int number, List<String> wrong) throws Exception {
        List<HttpResponse<String>> answers = sendAtOnce(world, number, "");
        Set<String> leads = leads(answers);
        int open = world.sql()
                .sql("select count(*) from leadbaton.lead where id = any (:leads) and stage <> 'MERGED'")
                .param("leads", leads.toArray(String[]::new))
                .query(Integer.class)
                .single();
        if (leads.size() != AT_ONCE || open != 1) {
            wrong.add("%d leads of one person, %d of them open, answered %s"
                    .formatted(leads.size(), open, statuses(answers)));
        }
    }

    private List<HttpResponse<String>> sendAtOnce(World world, int number, String key) {
        String body = SentLead.json(number, "twin");
        var sent = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> send(world.nodes().get(i % 2), world.intakeKey(), key, body))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<HttpResponse<String>> send(Node node, String intakeKey, String key, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + node.port() + "/api/v1/leads"))
                .header("Authorization", "Bearer " + intakeKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private Set<String> leads(List<HttpResponse<String>> answers) throws Exception {
        Set<String> leads = new java.util.HashSet<>();
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() / 100 == 2) {
                leads.add(json.readTree(answer.body()).get("id").asText());
            }
        }
        return leads;
    }

    private static String statuses(List<HttpResponse<String>> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(HttpResponse::statusCode, java.util.TreeMap::new, Collectors.counting()))
                .toString();
    }
}
