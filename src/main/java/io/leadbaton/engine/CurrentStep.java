package io.leadbaton.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** What the step that goes on in the engine has done already: the database, and so a query, learns of it at its end only. */
final class CurrentStep {

    private CurrentStep() {}

    /** Whether this is still there after what the step has taken away so far. */
    static boolean leaves(@Nullable DbEntity found) {
        CommandContext step = Context.getCommandContext();
        return step == null || found == null || !step.getDbEntityManager().isDeleted(found);
    }
}
