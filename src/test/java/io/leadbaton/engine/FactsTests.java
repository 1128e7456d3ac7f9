package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class FactsTests {

    private static final String GRADE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="grades" name="grades" namespace="test">
              <decision id="grade" name="Grade">
                <decisionTable id="gradeTable" hitPolicy="FIRST">
                  <input id="visits"><inputExpression id="leadVisits" typeRef="integer"><text>lead.visits</text></inputExpression></input>
                  <input id="country"><inputExpression id="leadCountry" typeRef="string"><text>lead.country</text></inputExpression></input>
                  <output id="gradeOut" name="grade" typeRef="string"/>
                  <output id="companyOut" name="company" typeRef="string"/>
                  <rule id="keen"><inputEntry id="many"><text>&gt; 3</text></inputEntry><inputEntry id="any"><text></text></inputEntry>
                    <outputEntry id="a"><text>"A"</text></outputEntry><outputEntry id="its"><text>lead.company</text></outputEntry></rule>
                  <rule id="others"><inputEntry id="few"><text></text></inputEntry><inputEntry id="all"><text></text></inputEntry>
                    <outputEntry id="d"><text>"D"</text></outputEntry><outputEntry id="none"><text>"none"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static final String DECIDING = """
            <businessRuleTask id="step" camunda:decisionRef="grade" %s camunda:resultVariable="result">
              <extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="lead">${facts.of(absenceTasks.facts(leadId))}</camunda:inputParameter>
                <camunda:inputParameter name="result">${null}</camunda:inputParameter>
                <camunda:outputParameter name="result">${facts.passing(result)}</camunda:outputParameter>
              </camunda:inputOutput></extensionElements>
            </businessRuleTask>
            <sequenceFlow id="toNext" sourceRef="step" targetRef="next"/>
            <serviceTask id="next" camunda:expression="${absenceTasks.note(result)}"/>
            <sequenceFlow id="toWait" sourceRef="next" targetRef="wait"/>
            <userTask id="wait"/>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notes notes;

    @BeforeEach
    void deploysTheTable() {
        notes.seen.clear();
        repository.createDeployment().addString("grade.dmn", GRADE).deploy();
    }

    @Test
    void aDecisionHandsItsResultToTheNextStep() {
        start("camunda:mapDecisionResult=\"singleResult\"");

        assertThat(notes.seen).containsExactly(Map.of("grade", "A", "company", "CANARY of lead-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda:mapDecisionResult=\"resultList\"", ""})
    void aDecisionHandsEveryRowToTheNextStepAlsoWhenNoFormOfItsResultIsWritten(String mapping) {
        start(mapping);

        assertThat(notes.seen).containsExactly(List.of(Map.of("grade", "A", "company", "CANARY of lead-1")));
    }

    @Test
    void theEngineStoresNeitherFactsNorResult() {
        start("camunda:mapDecisionResult=\"singleResult\"");

        assertThat(jdbc.sql("select name_ from camunda.act_ru_variable")
                        .query(String.class)
                        .list())
                .containsOnly("leadId");
        assertThat(jdbc.sql("select count(*) from camunda.act_ge_bytearray where deployment_id_ is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void start(String mapping) {
        new Diagram(DECIDING.formatted(mapping)).deploy(repository);
        runtime.startProcessInstanceByKey("probe", "lead-1", Map.of("leadId", "lead-1"));
    }
}
