package io.leadbaton.engine.jobs;

import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Takes the failure of a job that is no longer there for the collision it is. The engine reads a job, its place in the diagram and its
 * variables one after the other; a step that ends the place in between leaves it with half of them, and any error may follow.
 */
class EndedMeanwhile extends CommandInterceptor {

    private static final String GONE = "Somebody else's step ended the place of this job while it was being read.";

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof ExecuteJobsCmd)) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            throw isGone(Context.getCommandContext()) ? new OptimisticLockingException(GONE, failure) : failure;
        }
    }

    private static boolean isGone(CommandContext context) {
        JobEntity job = context.getCurrentJob();
        return job != null && !isThere(job.getId(), context);
    }

    /** A transaction that PostgreSQL has given up can't be asked: its failure is one of the database. */
    private static boolean isThere(String job, CommandContext context) {
        try {
            var query = new JobQueryImpl();
            query.jobId(job);
            return context.getJobManager().findJobCountByQueryCriteria(query) > 0;
        } catch (ProcessEngineException | PersistenceException givenUp) {
            return true;
        }
    }
}
