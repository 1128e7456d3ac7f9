package io.leadbaton.engine.jobs;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a job that met somebody else's step as that step left it: nothing is wrong with it. The engine would have it wait as
 * after a failure, at a date of its own, and a timer that was just put off would fire within seconds.
 */
final class LostCollision extends JobRetryCmd {

    private LostCollision(String jobId, Throwable collision) {
        super(jobId, collision);
    }

    static FailedJobCommandFactory orFailure() {
        return LostCollision::answer;
    }

    private static Command<Object> answer(String jobId, Throwable failure) {
        return Collisions.isBehind(failure)
                ? new LostCollision(jobId, failure)
                : new DefaultJobRetryCmd(jobId, failure);
    }

    @Override
    public @Nullable Object execute(CommandContext context) {
        JobEntity job = getJob();
        if (job != null) {
            job.unlock();
            notifyAcquisition(context);
        }
        return null;
    }
}
