package io.leadbaton.engine.jobs;

import io.leadbaton.SqlStates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.ProcessEngineLogger;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells steps that met somebody else's step from steps that failed, and the log only of those. */
@Component
public class Collisions extends AbstractProcessEnginePlugin {

    /** Rows that belong together no longer do, or PostgreSQL gave one of two up. */
    private static final Set<String> STATES = Set.of("23503", "40001", "40P01");

    private static final Logger log = LoggerFactory.getLogger(Collisions.class);

    private final Counter lost;

    Collisions(MeterRegistry meters) {
        this.lost = Counter.builder("leadbaton.jobs.lost.races")
                .description("jobs that met somebody else's step and were tried again on what it left")
                .register(meters);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(LostCollision.orFailure(lost::increment));
        ExecuteJobHelper.LOGGING_HANDLER = Collisions::tell;
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new EndedMeanwhile()));
    }

    /** A job that came second is tried again at once, and nobody has to do anything about it. */
    private static void tell(String job, Throwable failure) {
        if (isBehind(failure)) {
            log.debug("The job {} met somebody else's step: {}", job, failure.toString());
        } else {
            ProcessEngineLogger.JOB_EXECUTOR_LOGGER.exceptionWhileExecutingJob(job, failure);
        }
    }

    /**
     * Whether a failed command of the engine may succeed when it is tried on what is there now. The engine compares versions of the rows
     * it changes; when another step has moved a process to a place that this one is about to leave, PostgreSQL notices first.
     */
    public static boolean isBehind(Throwable failure) {
        return failure instanceof OptimisticLockingException
                || failure instanceof ProcessEnginePersistenceException && SqlStates.areBehind(failure, STATES);
    }
}
