package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class NoScriptsTests {

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "feel", "python"})
    void aDiagramWithAScriptTaskIsNotDeployed(String language) {
        Diagram diagram = new Diagram(
                "<scriptTask id=\"step\" scriptFormat=\"%s\"><script>1</script></scriptTask>".formatted(language));

        assertThatThrownBy(() -> diagram.deploy(repository)).hasMessageContaining("Scripts are switched off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                <userTask id="step"><extensionElements><camunda:taskListener event="create">
                  <camunda:script scriptFormat="juel">1</camunda:script></camunda:taskListener></extensionElements></userTask>""", """
                <userTask id="step"><extensionElements><camunda:executionListener event="start">
                  <camunda:script scriptFormat="juel">1</camunda:script></camunda:executionListener></extensionElements></userTask>""", """
                <userTask id="step"><extensionElements><camunda:inputOutput><camunda:inputParameter name="x">
                  <camunda:script scriptFormat="juel">1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>"""})
    void aScriptHidesNowhereElse(String step) {
        assertThatThrownBy(() -> new Diagram(step).deploy(repository)).hasMessageContaining("Scripts are switched off");
    }

    @Test
    void aTableCannotRunAScript() {
        repository.createDeployment().addString("script.dmn", """
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="scripts" name="scripts" namespace="test">
                          <decision id="script" name="Script">
                            <variable id="answer" name="answer" typeRef="string"/>
                            <literalExpression id="text" expressionLanguage="javascript"><text>1</text></literalExpression>
                          </decision>
                        </definitions>
                        """).deploy();

        assertThatThrownBy(() -> decisions.evaluateDecisionByKey("script").evaluate())
                .hasStackTraceContaining("Scripts are switched off");
    }
}
