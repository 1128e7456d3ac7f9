package io.leadbaton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.engine.variable.Variables;

/** One table of {@code processes/}, asked as the process asks it: a lead in, the rows that fit and their answers out. */
public final class DecisionTable {

    private final List<String> rowsHit = new ArrayList<>();
    private final DmnEngine engine;
    private final DmnDecision decision;

    private DecisionTable(String id) {
        engine = engineThatNotesRows();
        try (InputStream file = Files.newInputStream(Path.of("processes", id + ".dmn"))) {
            decision = engine.parseDecision(id, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DecisionTable named(String id) {
        return new DecisionTable(id);
    }

    /** A lead with these facts, given as name, value, name, value; all others are unknown. */
    public static Map<String, Object> lead(Object... facts) {
        Map<String, Object> lead = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            lead.put((String) facts[i], facts[i + 1]);
        }
        return lead;
    }

    /** The answers of the rows that count for this lead. */
    public List<Map<String, Object>> answers(Map<String, Object> lead) {
        rowsHit.clear();
        return engine
                .evaluateDecisionTable(decision, Variables.createVariables().putValue("lead", lead))
                .getResultList()
                .stream()
                .map(HashMap::new)
                .collect(Collectors.toUnmodifiableList());
    }

    /** The one answer of a table in which a single row counts. */
    public Map<String, Object> answer(Map<String, Object> lead) {
        List<Map<String, Object>> answers = answers(lead);
        if (answers.size() != 1) {
            throw new AssertionError("one row should count, but " + rowsHit + " do");
        }
        return answers.get(0);
    }

    /** The ids of the rows that count for this lead. */
    public List<String> rowsFor(Map<String, Object> lead) {
        answers(lead);
        return List.copyOf(rowsHit);
    }

    public Set<String> rows() {
        DmnDecisionTableImpl table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        return table.getRules().stream().map(DmnDecisionTableRuleImpl::getId).collect(Collectors.toSet());
    }

    private DmnEngine engineThatNotesRows() {
        DefaultDmnEngineConfiguration settings =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        settings.getCustomPostDecisionTableEvaluationListeners().add(this::noteRows);
        return settings.buildEngine();
    }

    private void noteRows(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(rowsHit::add);
    }
}
