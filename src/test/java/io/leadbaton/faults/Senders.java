package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadbaton.ClientLedger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Programs that bring in leads at a steady pace, each request with a key of its own. What was not answered they repeat under the
 * same key, at whichever node answers, until they know.
 */
final class Senders {

    private static final int THREADS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final ClientLedger ledger;
    private final List<Integer> ports;
    private final String intakeKey;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Request> unanswered = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicLong lastAnswer = new AtomicLong();
    private final AtomicLong longestSilence = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Senders(ClientLedger ledger, List<Integer> ports, String intakeKey) {
        this.ledger = ledger;
        this.ports = ports;
        this.intakeKey = intakeKey;
    }

    /** @param tries how often it was sent, which decides who is asked next */
    private record Request(int number, String campaign, int tries) {

        String key() {
            return "key-" + number;
        }

        Request again() {
            return new Request(number, campaign, tries + 1);
        }
    }

    void start(int aSecond) {
        running = true;
        lastAnswer.set(System.nanoTime());
        longestSilence.set(0);
        answers.clear();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> send(THREADS * 1_000 / aSecond), "sender-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Ends the load, and then repeats until every request has its answer: a healed service answers all of them. */
    void stop() {
        pause();
        await().atMost(Duration.ofMinutes(2)).pollDelay(Duration.ZERO).until(this::allAnswered);
    }

    /** Ends the load and leaves open what is open. */
    void pause() {
        running = false;
        threads.forEach(Senders::join);
        threads.clear();
    }

    private boolean allAnswered() {
        int open = unanswered.size();
        for (int i = 0; i < open; i++) {
            send(unanswered.remove());
        }
        return unanswered.isEmpty();
    }

    private void send(int everyMillis) {
        try {
            long next = System.nanoTime();
            while (running) {
                next = Math.max(next + everyMillis * 1_000_000L, System.nanoTime() - 1_000_000_000L);
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
                Request repeated = numbers.get() % 2 == 0 ? unanswered.poll() : null;
                send(repeated == null ? fresh("") : repeated);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Request fresh(String campaign) {
        return new Request(numbers.incrementAndGet(), campaign, 0);
    }

    /** Brings in one lead at the first node and answers its id. */
    String bring(String campaign) {
        return bring(fresh(campaign), ports.get(0));
    }

    /** Sends one lead to one node, whatever comes of it. */
    void trySending(String campaign, Node node) {
        send(fresh(campaign), node.port());
    }

    private String bring(Request request, int port) {
        String lead = send(request, port);
        if (lead == null) {
            throw new IllegalStateException("A lead was not taken: " + answers());
        }
        return lead;
    }

    private void send(Request request) {
        send(request, ports.get((request.number() + request.tries()) % ports.size()));
    }

    private String send(Request request, int port) {
        try {
            HttpResponse<String> answer = http.send(message(request, port), BodyHandlers.ofString());
            count(String.valueOf(answer.statusCode()));
            return understand(request, answer);
        } catch (IOException lost) {
            count(lost.getClass().getSimpleName());
            unknown(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            unknown(request);
        }
        return null;
    }

    private String understand(Request request, HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            String lead = json.readTree(answer.body()).get("id").asText();
            ledger.acknowledged(request.key(), lead);
            answered();
            return lead;
        }
        if (status >= 500 || status == 409 || status == 429) {
            unknown(request);
        } else {
            ledger.refused(request.key());
        }
        return null;
    }

    private void unknown(Request request) {
        if (request.tries() == 0) {
            ledger.unknown(request.key());
        }
        unanswered.add(request.again());
    }

    private void answered() {
        long now = System.nanoTime();
        long silence = now - lastAnswer.getAndSet(now);
        longestSilence.accumulateAndGet(silence, Math::max);
    }

    private HttpRequest message(Request request, int port) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/leads"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + intakeKey)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key())
                .POST(BodyPublishers.ofString(SentLead.json(request.number(), request.campaign())))
                .build();
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, key -> new AtomicInteger()).incrementAndGet();
    }

    /** How often each answer came, or each way of not answering happened, since the last start. */
    Map<String, Integer> answers() {
        Map<String, Integer> counted = new TreeMap<>();
        answers.forEach((answer, times) -> counted.put(answer, times.get()));
        return counted;
    }

    long acknowledged() {
        return ledger.acknowledgedKeys();
    }

    double longestSilenceSeconds() {
        return Math.round(longestSilence.get() / 1e8) / 10.0;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
