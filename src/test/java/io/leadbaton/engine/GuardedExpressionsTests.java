package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class GuardedExpressionsTests {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Notes notes;

    @BeforeEach
    void forgets() {
        notes.seen.clear();
    }

    @Test
    void aDiagramCallsANamedBean() {
        run("${absenceTasks.note(leadId)}", Map.of("leadId", "lead-1"));

        assertThat(notes.seen).containsExactly("lead-1");
    }

    @Test
    void aVariableNeverTakesTheNameOfABean() {
        run("${absenceTasks.note(leadId)}", Map.of("leadId", "lead-1", "absenceTasks", "somebody typed this"));

        assertThat(notes.seen).containsExactly("lead-1");
    }

    @Test
    void aDiagramReadsTheIdsOfItsExecution() {
        run("${absenceTasks.note(execution.processBusinessKey)}", Map.of());

        assertThat(notes.seen).containsExactly("lead-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${secret}",
                "${secret.length()}",
                "${dataSource}",
                "${environment.getProperty('user.home')}",
                "${runtimeService.createProcessInstanceQuery().count()}"
            })
    void aDiagramReachesNoOtherBean(String expression) {
        assertThatThrownBy(() -> run(expression, Map.of()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Unknown property");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${leadId.class}",
                "${leadId['class']}",
                "#{absenceTasks.getClass().forName('java.lang.Runtime')}",
                "${T(java.lang.Runtime)}"
            })
    void aDiagramThatNamesJavaClassesIsNotDeployed(String expression) {
        assertThatThrownBy(() -> Diagram.calling(expression).deploy(repository))
                .hasMessageContaining("not Java's classes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${leadId['cl'.concat('ass')]}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices().getRuntimeService()}",
                "${execution.setVariable('note', 'x')}"
            })
    void aDiagramReachesNothingOfJavaByDetours(String expression) {
        assertThatThrownBy(() -> run(expression, Map.of("leadId", "lead-1")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("An expression may not use");
    }

    private void run(String expression, Map<String, Object> variables) {
        Diagram.calling(expression).deploy(repository);
        runtime.startProcessInstanceByKey("probe", "lead-1", variables);
    }
}
