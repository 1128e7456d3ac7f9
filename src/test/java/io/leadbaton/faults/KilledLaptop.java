package io.leadbaton.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadbaton.Http;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A service with a PostgreSQL of its own is killed, alone and together with its database. */
final class KilledLaptop implements Fault {

    private static final int LONGEST_SECONDS = 60;

    @Override
    public String name() {
        return "F19 the embedded server is orphaned";
    }

    @Override
    public Finding happen(World world) throws Exception {
        List<String> leads = new ArrayList<>();
        try (Node laptop = new Node("laptop", "", world.folder())) {
            laptop.start();
            laptop.awaitReady();
            leads.add(bring(laptop, 1));
            laptop.kill();
            double slowest = secondsToStart(laptop);
            leads.add(bring(laptop, 2));
            laptop.kill();
            server(laptop).destroyForcibly();
            slowest = Math.max(slowest, secondsToStart(laptop));
            long there = leads.stream().filter(lead -> isThere(laptop, lead)).count();
            return Finding.of(
                            "killed with and without its database; served again after %.1f s at most"
                                    .formatted(slowest),
                            2)
                    .must(there == leads.size(), "%d of %d leads are there".formatted(there, leads.size()))
                    .must(slowest <= LONGEST_SECONDS, "it took too long to start again");
        }
    }

    private static double secondsToStart(Node laptop) {
        Instant began = Instant.now();
        laptop.start();
        laptop.awaitReady();
        return Duration.between(began, Instant.now()).toMillis() / 1e3;
    }

    private static ProcessHandle server(Node laptop) throws Exception {
        String id =
                Files.readAllLines(laptop.data().resolve("pg17/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(id.strip())).orElseThrow();
    }

    private static String bring(Node laptop, int number) throws Exception {
        String answer = Http.as("marketing1", laptop.port())
                .post("/api/v1/leads", SentLead.json(number, "laptop"))
                .body();
        return new ObjectMapper().readTree(answer).get("id").asText();
    }

    private static boolean isThere(Node laptop, String lead) {
        return Http.as("manager1", laptop.port()).get("/api/v1/leads/" + lead).statusCode() == 200;
    }
}
