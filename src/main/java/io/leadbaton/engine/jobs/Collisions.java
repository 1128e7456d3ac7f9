package io.leadbaton.engine.jobs;

import io.leadbaton.SqlStates;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Tells steps that met somebody else's step from steps that failed. */
@Component
public class Collisions extends AbstractProcessEnginePlugin {

    /** Rows that belong together no longer do, or PostgreSQL gave one of two up. */
    private static final Set<String> STATES = Set.of("23503", "40001", "40P01");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(LostCollision.orFailure());
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new EndedMeanwhile()));
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
