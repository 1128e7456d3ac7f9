package io.leadbaton.engine.jobs;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Tells a job that met somebody else's step from a job that failed. */
@Component
class Collisions extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(LostCollision.orFailure());
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new EndedMeanwhile()));
    }
}
