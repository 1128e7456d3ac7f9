package io.leadbaton.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.stereotype.Component;

/**
 * Asks the diagram anew when a timer is due. The engine's own command for it is made for people: it checks their rights, reads the
 * definitions again and keeps a log of its own.
 */
@Component("timerDates")
class TimerDates implements Consumer<String> {

    private final ProcessEngineConfigurationImpl engine;

    TimerDates(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public void accept(String job) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            askAnew(Optional.ofNullable((TimerEntity) context.getJobManager().findJobById(job))
                    .orElseThrow(
                            () -> new OptimisticLockingException("The timer fired while its date was asked anew.")));
            return null;
        });
    }

    private static void askAnew(TimerEntity timer) {
        ExecutionEntity place = timer.getExecution();
        String drawnAs = ((TimerJobConfiguration) timer.getJobHandlerConfiguration()).getTimerElementKey();
        ActivityImpl drawn = place.getProcessDefinition().findActivity(drawnAs);
        Map<String, TimerDeclarationImpl> timers = TimerDeclarationImpl.getDeclarationsForScope(drawn.getEventScope());
        Objects.requireNonNull(timers.get(drawnAs), drawnAs).resolveAndSetDuedate(place, timer, false);
    }
}
