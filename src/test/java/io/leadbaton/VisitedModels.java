package io.leadbaton;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Remembers which events and flows of the diagrams any scenario of this test run came by. */
@Component
public class VisitedModels extends AbstractProcessEnginePlugin {

    private static final Set<String> VISITED = new ConcurrentSkipListSet<>();
    private static final Map<String, List<String>> LADDERS = new ConcurrentHashMap<>();

    /** As {@code cadence/contactEnded}, for events and flows. */
    public static Set<String> visited() {
        return new TreeSet<>(VISITED);
    }

    /** The steps of an escalation, in their order. */
    public static List<String> stepsOf(String escalation) {
        return List.copyOf(LADDERS.getOrDefault(escalation, List.of()));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPreBPMNParseListeners().add(new Recorder());
    }

    private static final class Recorder extends AbstractBpmnParseListener {

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            record(activity);
        }

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            record(activity);
        }

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (name(activity).startsWith("escalation/")) {
                activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) step ->
                        LADDERS.computeIfAbsent(step.getProcessInstanceId(), key -> new CopyOnWriteArrayList<>())
                                .add(activity.getId()));
            }
        }

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            String name = name(((ProcessDefinitionEntity) flow.getProcessDefinition()).getKey(), flow.getId());
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> VISITED.add(name));
        }

        private static void record(ActivityImpl activity) {
            String name = name(activity);
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> VISITED.add(name));
        }

        private static String name(ActivityImpl activity) {
            return name(((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey(), activity.getId());
        }

        private static String name(String process, String element) {
            return process + "/" + element;
        }
    }
}
