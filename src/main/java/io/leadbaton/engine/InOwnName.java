package io.leadbaton.engine;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Does a person's work in the engine so that its log names the person; whether they may was asked at our own door. */
@Component("inOwnName")
class InOwnName implements Consumer<Runnable> {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    InOwnName(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    @Override
    public void accept(Runnable work) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || identity.getCurrentAuthentication() != null) {
            inOneCommand(work);
            return;
        }
        identity.setAuthenticatedUserId(person.getName());
        try {
            inOneCommand(work);
        } finally {
            identity.clearAuthentication();
        }
    }

    private void inOneCommand(Runnable work) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            Callable<Boolean> unasked = () -> {
                work.run();
                return true;
            };
            return context.runWithoutAuthorization(unasked);
        });
    }
}
