package io.leadbaton;

import static java.util.Objects.requireNonNullElse;

import io.leadbaton.lead.LeadFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down, once it is asked to, which clocks of a lead are open before and after each step of the diagrams. */
@Component
public class StepEffects extends AbstractProcessEnginePlugin {

    private final JdbcClient jdbc;
    private final ObjectProvider<LeadFacts> leads;
    private final List<Effect> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Set<String>> before = new ConcurrentHashMap<>();
    private volatile boolean watching;

    StepEffects(JdbcClient jdbc, ObjectProvider<LeadFacts> leads) {
        this.jdbc = jdbc;
        this.leads = leads;
    }

    /**
     * What one step, or the arrival of one event, did.
     *
     * @param calls the expression of a step, empty for an event
     * @param answer empty for none
     * @param stands what a diagram that asks where the lead stands is told behind it
     */
    public record Effect(
            String process,
            String element,
            String calls,
            String answer,
            Set<String> before,
            Set<String> after,
            Map<String, String> stands) {}

    /** Everything that happens to leads while the work is done. */
    public List<Effect> of(Runnable work) {
        watching = true;
        try {
            work.run();
            return List.copyOf(seen);
        } finally {
            watching = false;
            seen.clear();
            before.clear();
        }
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPreBPMNParseListeners().add(new Recorder());
    }

    private void begins(DelegateExecution step) {
        if (watching && step.getVariable("leadId") != null) {
            before.put(step.getActivityInstanceId(), open(step));
        }
    }

    private void ends(DelegateExecution step) {
        Set<String> then = before.remove(String.valueOf(step.getActivityInstanceId()));
        if (then != null) {
            seen.add(new Effect(
                    ((ExecutionEntity) step).getProcessDefinition().getKey(),
                    step.getCurrentActivityId(),
                    calls(step),
                    answer(step),
                    then,
                    open(step),
                    stands(String.valueOf(step.getVariable("leadId")))));
        }
    }

    private Set<String> open(DelegateExecution step) {
        return new TreeSet<>(jdbc.sql("select clause from leadbaton.sla_clock where lead_id = ? and closed_at is null")
                .param(step.getVariable("leadId"))
                .query(String.class)
                .list());
    }

    private Map<String, String> stands(String leadId) {
        LeadFacts facts = leads.getObject();
        return Map.of("leads.stage(leadId)", facts.stage(leadId), "leads.place(leadId)", facts.place(leadId));
    }

    private static String calls(DelegateExecution step) {
        FlowNode drawn = (FlowNode) step.getBpmnModelElementInstance();
        return drawn instanceof ServiceTask task ? requireNonNullElse(task.getCamundaExpression(), "") : "";
    }

    private static String answer(DelegateExecution step) {
        FlowNode drawn = (FlowNode) step.getBpmnModelElementInstance();
        String variable = drawn instanceof ServiceTask task ? task.getCamundaResultVariable() : null;
        return variable == null ? "" : String.valueOf(step.getVariable(variable));
    }

    private final class Recorder extends AbstractBpmnParseListener {

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            listenAt(activity);
        }

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            listenAt(activity);
        }

        private void listenAt(ActivityImpl activity) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) StepEffects.this::begins);
            activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) StepEffects.this::ends);
        }
    }
}
