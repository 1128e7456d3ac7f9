package io.leadbaton.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.ClientLedger;
import io.leadbaton.Invariants;
import io.leadbaton.Leadbaton;
import io.leadbaton.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The least that every build tries: commits that get lost on their way there and back, and connections that are cut. */
class QuickFaultsIT {

    @TempDir
    Path folder;

    @Test
    void loseAndDoubleNothing() throws Exception {
        String database = TestDatabase.fresh();
        int port = Integer.parseInt(database.replaceAll(".*:(\\d+)/.*", "$1"));
        try (FaultProxy network = new FaultProxy(port, World.SEED);
                ConfigurableApplicationContext service = service(database.replace(":" + port, ":" + network.port()));
                ClientLedger ledger = ClientLedger.of("demo", folder.resolve("ledger"))) {
            Senders load = new Senders(ledger, List.of(port(service)), intakeKey());

            load.start(30);
            network.turn(FaultProxy.Mood.LOSING_COMMITS);
            await().atMost(Duration.ofSeconds(30)).until(() -> network.lostBefore() > 1 && network.lostAfter() > 1);
            network.turn(FaultProxy.Mood.CUT);
            Thread.sleep(1_000);
            network.turn(FaultProxy.Mood.CALM);
            network.cutAll();
            load.stop();

            Invariants invariants = service.getBean(Invariants.class);
            assertThat(invariants.violations(ledger))
                    .allSatisfy((id, wrong) -> assertThat(wrong).isEmpty());
            assertThat(invariants.violations())
                    .allSatisfy((id, wrong) -> assertThat(wrong).isEmpty());
            assertThat(service.getBean(JdbcClient.class)
                            .sql("select count(*) from leadbaton.lead_event where type = 'sorting-needed'")
                            .query(Integer.class)
                            .single())
                    .as("leads put aside as if something were wrong with them")
                    .isZero();
            assertThat(load.answers()).as("answers").doesNotContainKey("500");
        }
    }

    private ConfigurableApplicationContext service(String database) {
        return SpringApplication.run(
                Leadbaton.class,
                "--spring.datasource.url=" + database + "&prepareThreshold=0",
                "--leadbaton.data=" + folder,
                "--leadbaton.demo=true",
                "--leadbaton.sample-leads=false",
                "--leadbaton.policy.watch=false",
                "--server.port=0");
    }

    private static int port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private String intakeKey() throws IOException {
        return Files.readString(folder.resolve("demo-intake-key")).strip();
    }
}
