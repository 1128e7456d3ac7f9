package io.leadbaton.lifecycle;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.leadbaton.CamundaModeler;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.VisitedModels;
import io.leadbaton.lead.LeadId;
import io.leadbaton.policy.LivePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A process owner saves changed files and sees the service work by them, without a line of Java. */
@LeadbatonTest
class OwnersFreedomIT {

    /** Modeler adds it to whatever is renamed for the first time. */
    private static final String LABEL_OF_A_RENAMED_STEP = "<bpmndi:BPMNLabel />";

    @TempDir
    static Path policy;

    @Autowired
    Scenario scenario;

    @Autowired
    LivePolicy live;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @DynamicPropertySource
    static void ownCopyOfThePolicy(DynamicPropertyRegistry properties) throws IOException {
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Path copy = policy.resolve(file.toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                }
            }
        }
        properties.add("leadbaton.policy.dir", policy::toString);
        properties.add("leadbaton.policy.watch", () -> "true");
    }

    @Test
    void changesTheNumberOfAttempts() throws IOException {
        save("processes/cadencePlan.dmn", dmn -> dmn.replaceAll("(ThenAttempts\">\\s*<text>)\\d+(</text>)", "$19$2"));

        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);

        assertThat(scenario.lead(lead).attemptsPlanned()).isEqualTo(9);
    }

    @Test
    void changesAPromise() throws IOException {
        assertThat(minutesToRespond(scenario.arrives(aHotLead()))).isEqualTo(1);

        save(
                "processes/slaPolicy.dmn",
                dmn -> dmn.replaceAll("(<outputEntry id=\"respondLiveThenTarget\">\\s*<text>)1(</text>)", "$13$2"));

        assertThat(minutesToRespond(scenario.arrives(aHotLead()))).isEqualTo(3);
    }

    @Test
    void changesTheOrderOfSteps() throws IOException {
        save(
                "processes/escalation.bpmn",
                bpmn -> swapped(
                        swapped(swapped(bpmn, "recordBreach", "raiseIncident"), "RecordBreach", "RaiseIncident"),
                        "Record the breach",
                        "Show the lead as stuck"));
        LeadId lead = scenario.arrives(aHotLead());

        scenario.runsOut(lead, "firstResponse");

        assertThat(escalationSteps(lead)).containsSubsequence("raiseIncident", "recordBreach");
    }

    @Test
    void leavesOutARungThatTheLadderNames() throws IOException {
        save("processes/escalation.bpmn", bpmn -> bpmn.replace("due == 'copy-manager'", "due == 'deadline'"));
        LeadId lead = scenario.arrives(aHotLead());

        scenario.runsOut(lead, "firstResponse");
        scenario.nextMarkComes(lead, "firstResponse");

        assertThat(escalationSteps(lead))
                .contains("recordBreach", "handToNextRep")
                .doesNotContain("copyManager");
    }

    @Test
    void renamesAStepInModelerAndNothingElse() throws IOException {
        String before = Files.readString(policy.resolve("processes/lifecycle.bpmn"));
        try (CamundaModeler modeler = CamundaModeler.open()) {
            save("processes/lifecycle.bpmn", bpmn -> modeler.renames(bpmn, "startClocks", "Start what is promised"));
        }

        assertThat(Files.readAllLines(policy.resolve("processes/lifecycle.bpmn")))
                .filteredOn(line -> !before.contains(line))
                .filteredOn(line -> !line.strip().equals(LABEL_OF_A_RENAMED_STEP))
                .singleElement(STRING)
                .contains("name=\"Start what is promised\"");
        assertThat(nameOnCanvas(scenario.arrives(aHotLead()), "startClocks")).isEqualTo("Start what is promised");
    }

    private String nameOnCanvas(LeadId lead, String step) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value())
                .processDefinitionKey("lifecycle")
                .singleResult();
        FlowElement element = repository
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementById(step);
        return element.getName();
    }

    private List<String> escalationSteps(LeadId lead) {
        return jdbc
                .sql(
                        "select escalation from leadbaton.sla_clock where lead_id = ? and escalation is not null order by started_at, id")
                .param(lead.value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(escalation -> VisitedModels.stepsOf(escalation).stream())
                .toList();
    }

    private static String swapped(String text, String one, String other) {
        return text.replace(one, "\u0000").replace(other, one).replace("\u0000", other);
    }

    private void save(String file, UnaryOperator<String> edit) throws IOException {
        String before = live.hash();
        Path path = policy.resolve(file);
        String text = Files.readString(path);
        String edited = edit.apply(text);
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(path, edited);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(live.refusal()).isEmpty());
        await().atMost(Duration.ofSeconds(20)).until(() -> !live.hash().equals(before));
    }

    private int minutesToRespond(LeadId lead) {
        return jdbc.sql("""
                        select extract(epoch from due_at - started_at)::int / 60 from leadbaton.sla_clock
                        where lead_id = ? and clause = 'firstResponse'
                        """).param(lead.value()).query(Integer.class).single();
    }
}
