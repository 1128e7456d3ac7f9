package io.leadbaton.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.delegate.ExecutionListenerInvocation;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells the application where a lead comes to stand still: publishes the task that was made for a person, or the execution that
 * waits for a date or a message, within the engine's own command.
 */
class Arrivals extends AbstractBpmnParseListener {

    private final TaskListener taskMade;
    private final ExecutionListener waits;

    Arrivals(ApplicationEventPublisher publisher) {
        this.taskMade = publisher::publishEvent;
        this.waits = publisher::publishEvent;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        UserTaskActivityBehavior behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
        behavior.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, taskMade);
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element element, ActivityImpl activity) {
        listenAt(activity);
    }

    @Override
    public void parseIntermediateMessageCatchEventDefinition(Element element, ActivityImpl activity) {
        listenAt(activity);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        listenAt(activity);
    }

    private void listenAt(ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::tell);
    }

    /**
     * As the engine calls a listener that stands in a diagram. A built-in one it calls with the rights of whoever did the step
     * before, and a rep has none on the process of a lead.
     */
    private void tell(DelegateExecution execution) throws Exception {
        Context.getProcessEngineConfiguration()
                .getDelegateInterceptor()
                .handleInvocation(new ExecutionListenerInvocation(waits, execution));
    }
}
