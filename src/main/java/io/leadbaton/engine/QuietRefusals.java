package io.leadbaton.engine;

import io.leadbaton.engine.jobs.Collisions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextFactory;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.util.TypedValueField;

/**
 * A refusal is an answer to a person, and a collision is tried again: neither is a fault, and the engine logs them at the finest
 * level instead of as errors. And values that steps hand on are not watched for changes: nobody asks what was seen, and each would be
 * compared with all before it.
 */
class QuietRefusals extends CommandContextFactory {

    QuietRefusals(ProcessEngineConfigurationImpl engine) {
        setProcessEngineConfiguration(engine);
    }

    @Override
    public CommandContext createCommandContext() {
        return new CommandContext(processEngineConfiguration) {
            @Override
            protected boolean shouldLogFine(Throwable exception) {
                return exception instanceof FormFieldValidationException
                        || Collisions.isBehind(exception)
                        || super.shouldLogFine(exception);
            }

            @Override
            public void registerCommandContextListener(CommandContextListener listener) {
                if (!(listener instanceof TypedValueField)) {
                    super.registerCommandContextListener(listener);
                }
            }
        };
    }
}
