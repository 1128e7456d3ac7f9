package io.leadbaton.lifecycle;

import static io.leadbaton.lead.NewLeadFixtures.aColdLead;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Refused;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Reps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Plays each cell of {@code processes/SIGNALS.md}. */
@LeadbatonTest
class SignalTableTests {

    @Autowired
    Scenario scenario;

    @Autowired
    Reps reps;

    record Cell(Stage stage, Signal.Type signal, String expected) {}

    static Stream<Cell> cells() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("processes/SIGNALS.md")).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|-"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .toList())
                .toList();
        List<String> signals = rows.get(0);
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, signals.size())
                        .mapToObj(column -> new Cell(
                                Stage.valueOf(row.get(0)),
                                Signal.Type.named(signals.get(column)).orElseThrow(),
                                row.get(column))));
    }

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void doesWhatTheTableSays(Cell cell) {
        LeadId lead = at(cell.stage());

        if (cell.expected().equals("refused")) {
            assertThatThrownBy(() -> scenario.hears(lead, signal(cell.signal())))
                    .isInstanceOf(Refused.class);
            assertThat(scenario.stage(lead)).isEqualTo(cell.stage());
            return;
        }
        scenario.hears(lead, signal(cell.signal()));
        if (cell.signal() == Signal.Type.RESUME) {
            scenario.fires(lead, "holdEnds");
        }

        assertThat(scenario.stage(lead)).isEqualTo(Stage.valueOf(cell.expected()));
        assertThat(scenario.story(lead)).contains("signal-received");
    }

    private static Signal signal(Signal.Type type) {
        Instant until = type == Signal.Type.HOLD
                ? ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(7))
                : null;
        return new Signal(type, null, until, null, null);
    }

    private LeadId at(Stage stage) {
        LeadId lead = switch (stage) {
            case RECEIVED -> scenario.arrivesUnassessed(aHotLead());
            case NURTURE -> scenario.arrives(aColdLead());
            case MQL -> withNobodyThere();
            default -> scenario.arrives(aHotLead());
        };
        switch (stage) {
            case RECEIVED, NURTURE, MQL, ASSIGNED -> {
                // There already.
            }
            case REJECTED -> scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "no-need"));
            default -> work(lead, stage);
        }
        assertThat(scenario.stage(lead)).isEqualTo(stage);
        return lead;
    }

    private LeadId withNobodyThere() {
        reps.all().forEach(rep -> reps.away(rep.userId(), null));
        return scenario.arrives(aHotLead());
    }

    private void work(LeadId lead, Stage stage) {
        scenario.accepts(lead);
        switch (stage) {
            case WORKING -> {
                // There already.
            }
            case ON_HOLD -> scenario.hears(lead, signal(Signal.Type.HOLD));
            default -> talk(lead, stage);
        }
    }

    private void talk(LeadId lead, Stage stage) {
        scenario.tries(lead, "connected");
        if (stage != Stage.ENGAGED) {
            scenario.completes(lead, "qualifyLead", Map.of("verdict", "qualified"));
        }
        if (stage == Stage.OPPORTUNITY || stage == Stage.WON) {
            scenario.completes(lead, "openOpportunity");
        }
        if (stage == Stage.WON) {
            scenario.completes(lead, "closeOpportunity", Map.of("result", "won"));
        }
    }
}
