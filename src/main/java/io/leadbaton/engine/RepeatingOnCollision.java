package io.leadbaton.engine;

import io.leadbaton.Collided;
import io.leadbaton.engine.jobs.Collisions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets a person who meets a timer at the same lead win: what they did is repeated on what the timer left. */
class RepeatingOnCollision extends CommandInterceptor {

    private static final int TRIES = 3;

    @Override
    public <T> T execute(Command<T> command) {
        boolean repeatable = Context.getCommandContext() == null && !(command instanceof ExecuteJobsCmd);
        return repeatable ? repeat(command) : next.execute(command);
    }

    private <T> T repeat(Command<T> command) {
        for (int tries = 1; ; tries++) {
            try {
                return next.execute(command);
            } catch (ProcessEngineException failure) {
                if (!Collisions.isBehind(failure)) {
                    throw failure;
                }
                refuseWhenPartOfMore();
                if (tries == TRIES) {
                    throw failure;
                }
            }
        }
    }

    /** The transaction around is lost: only its owner can repeat it. */
    private static void refuseWhenPartOfMore() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new Collided();
        }
    }
}
