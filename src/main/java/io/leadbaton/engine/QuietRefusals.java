package io.leadbaton.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextFactory;

/** A refusal is an answer to a person, not a fault: the engine logs it at the finest level instead of as an error. */
class QuietRefusals extends CommandContextFactory {

    QuietRefusals(ProcessEngineConfigurationImpl engine) {
        setProcessEngineConfiguration(engine);
    }

    @Override
    public CommandContext createCommandContext() {
        return new CommandContext(processEngineConfiguration) {
            @Override
            protected boolean shouldLogFine(Throwable exception) {
                return exception instanceof FormFieldValidationException || super.shouldLogFine(exception);
            }
        };
    }
}
