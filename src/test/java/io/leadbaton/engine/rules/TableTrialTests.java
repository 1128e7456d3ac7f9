package io.leadbaton.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.DecisionTable;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trial reads tables with an eye of its own; here it is held against the engine's. */
class TableTrialTests {

    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();
    private static final int KINDS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"leadType", "leadScore", "leadGrade", "routing", "slaPolicy", "cadencePlan", "nurturePlan"})
    @SuppressWarnings("unchecked")
    void findsTheRowsTheEngineFinds(String decision) {
        Table table = read(decision);
        TableTrial trial = new TableTrial(table);
        DecisionTable engine = DecisionTable.named(decision);
        List<Map<String, Object>> leads = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();

        trial.walk((fitting, facts) -> {
            leads.add((Map<String, Object>) facts.nested(Set.of("lead")).get("lead"));
            rows.add(fitting.stream()
                    .limit(table.collects() ? Integer.MAX_VALUE : 1)
                    .mapToObj(row -> table.rows().get(row).id())
                    .toList());
        });

        assertThat(leads).hasSizeGreaterThan(4);
        int step = Math.max(1, leads.size() / KINDS);
        for (int i = 0; i < leads.size(); i += step) {
            assertThat(engine.rowsFor(leads.get(i)))
                    .as("rows for " + leads.get(i))
                    .isEqualTo(rows.get(i));
        }
    }

    private static Table read(String decision) {
        Decision found = DecisionFiles.decisions(SHIPPED, "processes/" + decision + ".dmn").stream()
                .filter(candidate -> candidate.getId().equals(decision))
                .findFirst()
                .orElseThrow();
        return Table.of(found, (org.camunda.bpm.model.dmn.instance.DecisionTable) found.getExpression());
    }
}
