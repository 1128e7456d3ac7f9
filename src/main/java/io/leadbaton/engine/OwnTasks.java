package io.leadbaton.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whoever has a task may work it. The engine wrote down as much when the person got the task, and looks it up each time with three
 * of its most expensive queries; an assignee who must not work a task any longer gets it taken away instead.
 */
class OwnTasks extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || !person.getUserId().equals(task.getAssignee())) {
            super.checkTaskWork(task);
        }
    }
}
