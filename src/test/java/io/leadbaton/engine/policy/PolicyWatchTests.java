package io.leadbaton.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.policy.ExamplePolicy;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyCheck;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.policy.PolicySource;
import io.leadbaton.policy.PolicyVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** A process owner saves files while the service runs. */
@LeadbatonTest
class PolicyWatchTests {

    private static final Path FORM = Path.of("forms/welcome.form");
    private static final PolicyCheck NO_SHOUTING =
            files -> files.text("forms/welcome.form").contains("HELLO")
                    ? List.of(
                            new Fault("forms/welcome.form", "answer", "shouts"),
                            new Fault("forms/welcome.form", "note", "shouts too"))
                    : List.of();

    @TempDir
    Path folder;

    @Autowired
    RepositoryService repository;

    @Autowired
    PolicyVersions versions;

    @Autowired
    UnusedPolicies unused;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    LivePolicy live;
    PolicyWatch watch;

    @BeforeEach
    void theServiceRunsOnTheExample() throws IOException {
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
        sql.sql("delete from leadbaton.policy_version").update();
        FileSystemUtils.copyRecursively(ExamplePolicy.FOLDER, folder);
        live = new LivePolicy(versions);
        PolicyDeployer deployer =
                new PolicyDeployer(repository, versions, new PolicyChecks(List.of(NO_SHOUTING)), transaction);
        watch = new PolicyWatch(new PolicyDesk(new PolicySource(folder), List.of(deployer), live), unused, true);
    }

    @AfterEach
    void stop() {
        watch.stop();
    }

    @Test
    void makesASavedFileLiveWithinTwoSeconds() throws Exception {
        watch.start();
        String before = live.hash();

        save("Hello", "Good morning");

        waitUntil(Duration.ofSeconds(2), () -> !live.hash().equals(before));
        assertThat(live.version().orElseThrow().by()).isEqualTo("watch");
    }

    @Test
    void makesFiftyQuickSavesOneVersion() throws Exception {
        watch.start();
        for (int i = 0; i < 50; i++) {
            save("\"Hello[^\"]*\"", "\"Hello " + i + "\"");
            LockSupport.parkNanos(Duration.ofMillis(i % 10 == 9 ? 450 : 40).toNanos());
        }

        waitUntil(
                Duration.ofSeconds(10),
                () -> live.hash().equals(new PolicySource(folder).read().hash()));
        assertThat(repository.createDeploymentQuery().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void keepsTheOlderPolicyAndSaysWhyTheNewerIsRefused() throws Exception {
        watch.start();
        String before = live.hash();

        save("Hello", "HELLO");

        waitUntil(Duration.ofSeconds(10), () -> !live.refusal().isEmpty());
        assertThat(live.hash()).isEqualTo(before);
        assertThat(live.refusal()).extracting(Fault::element).containsExactly("answer", "note");
        var health = new PolicyHealth(live).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().get("refused")).asList().contains("forms/welcome.form, answer: shouts");
    }

    @Test
    void forgetsTheRefusalWhenTheFileIsPutRight() throws Exception {
        watch.start();
        save("Hello", "HELLO");
        waitUntil(Duration.ofSeconds(10), () -> !live.refusal().isEmpty());

        save("HELLO", "Hello");

        waitUntil(Duration.ofSeconds(10), () -> live.refusal().isEmpty());
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    }

    @Test
    void startsOnTheOlderPolicyWhenTheFilesAreBroken() throws Exception {
        watch.start();
        watch.stop();
        save("Hello", "HELLO");

        watch.start();

        assertThat(live.refusal()).hasSize(2);
        assertThat(live.version()).isPresent();
    }

    @Test
    void doesNotStartWithoutAnyUsablePolicy() throws Exception {
        save("Hello", "HELLO");

        assertThatThrownBy(watch::start).isInstanceOfSatisfying(PolicyRefused.class, refusal -> {
            assertThat(refusal.getExitCode()).isEqualTo(1);
            assertThat(refusal.faults()).hasSize(2);
        });
        assertThat(repository.createDeploymentQuery().count()).isZero();
    }

    private void save(String pattern, String replacement) throws IOException {
        Path form = folder.resolve(FORM);
        Files.writeString(form, Files.readString(form).replaceAll(pattern, replacement));
    }

    private static void waitUntil(Duration most, Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        while (!done.call()) {
            assertThat(System.nanoTime()).as("done within " + most).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
