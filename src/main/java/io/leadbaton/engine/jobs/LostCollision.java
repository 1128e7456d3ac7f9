package io.leadbaton.engine.jobs;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
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

    /**
     * @param lost is told of each collision
     */
    static FailedJobCommandFactory orFailure(Runnable lost) {
        return (jobId, failure) -> {
            if (!Collisions.isBehind(failure)) {
                return new DefaultJobRetryCmd(jobId, failure);
            }
            lost.run();
            return new LostCollision(jobId, failure);
        };
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
