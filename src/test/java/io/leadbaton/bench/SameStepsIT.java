package io.leadbaton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models that ours are compared with in the bench do as much as ours: the same steps, decisions, calls, timers and tasks. */
class SameStepsIT {

    @TempDir
    static Path folder;

    @Test
    void stockDoesTheSameStepsForALeadAndForAnAttempt() throws Exception {
        try (BenchServer server = new BenchServer(folder.resolve("pg"));
                Contender stock = new Stock("stocksteps", server);
                Contender ours = Ours.recordingEachStep("oursteps", server, folder.resolve("ours"))) {
            List<Contender> both = List.of(stock, ours);
            both.forEach(Contender::receive);
            assertThat(Steps.taken(ours)).isEqualTo(Steps.taken(stock));

            both.forEach(contender -> contender.accept(1));
            both.forEach(contender -> contender.dueAttempts().forEach(contender::attempt));

            assertThat(Steps.taken(ours)).isEqualTo(Steps.taken(stock));
        }
    }
}
