package io.leadbaton.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** What the step that goes on in the engine has done already: the database, and so a query, learns of it at its end only. */
final class CurrentStep {

    private CurrentStep() {}

    /** Whether the step has not taken this away so far. */
    static boolean leaves(Class<? extends DbEntity> kind, String id) {
        CommandContext step = Context.getCommandContext();
        if (step == null) {
            return true;
        }
        DbEntity touched = step.getDbEntityManager().getCachedEntity(kind, id);
        return touched == null || !isGone(touched, step);
    }

    /** Whether the step has not ended this place so far, nor one around it: what it ended is cut off from its process. */
    static boolean leavesPlace(String execution) {
        CommandContext step = Context.getCommandContext();
        if (step == null) {
            return true;
        }
        ExecutionEntity place = step.getExecutionManager().findExecutionById(execution);
        while (place != null && !isGone(place, step) && !place.isProcessInstanceExecution()) {
            place = place.getParent();
        }
        return place != null && !isGone(place, step);
    }

    private static boolean isGone(DbEntity touched, CommandContext step) {
        return step.getDbEntityManager().isDeleted(touched);
    }
}
