package io.leadbaton.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.leadbaton.bench.Machine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Brings about one fault after the other, and asks the oracle after each. {@code -Dleadbaton.faults.only=F1,F4} chooses;
 * {@code -Dleadbaton.faults.scale=10} does a tenth of everything that is counted.
 */
class LeadbatonFaults {

    private static final String ONLY = System.getProperty("leadbaton.faults.only", "");
    private static final int SCALE = Integer.getInteger("leadbaton.faults.scale", 1);

    private static final List<Fault> FAULTS = List.of(
            // First, while no rep counts as away for having missed a promise.
            new RacesForTasks(),
            new DuplicateRequests(),
            new CutConnections(),
            new FallenDatabase(),
            new PausedNode(),
            new TimerStorm(),
            new WrongClocks(),
            new ExhaustedPool(),
            new HistoryCleanup(),
            new CrashesAtNamedPoints(),
            new NewPolicies(),
            new BrokenPolicies(),
            new KilledLaptop(),
            new FullDisk(),
            new PoisonedLeads(),
            new KilledNodes());

    @TempDir
    static Path folder;

    private static World world;
    private static FaultsReport report;

    /** A count that a shorter run divides. */
    static int scaled(int count) {
        return Math.max(1, count / SCALE);
    }

    @BeforeAll
    static void begin() {
        world = new World(folder);
        report = new FaultsReport(Machine.here(world.database().version()));
    }

    @TestFactory
    Stream<DynamicTest> hold() {
        return FAULTS.stream()
                .filter(fault -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(fault.number()))
                .map(fault -> dynamicTest(fault.name(), () -> run(fault)));
    }

    private static void run(Fault fault) throws Exception {
        long began = System.nanoTime();
        Finding finding = finding(fault);
        world.heal();
        Map<String, List<String>> violations = world.violations();
        report.add(fault, finding, violations, (System.nanoTime() - began) / 1e9);
        assertThat(violations)
                .allSatisfy((id, sentences) -> assertThat(sentences).isEmpty());
        assertThat(finding.broken()).isEmpty();
    }

    /** A fault that could not even be brought about shows in the table like one that did harm. */
    private static Finding finding(Fault fault) {
        try {
            return fault.happen(world);
        } catch (Exception | AssertionError broken) {
            return Finding.of("broke off", 0).must(false, String.valueOf(broken.getMessage()));
        }
    }

    @AfterAll
    static void end() throws Exception {
        report.write(world.ledger().acknowledgedKeys(), world.kills());
        world.close();
    }
}
