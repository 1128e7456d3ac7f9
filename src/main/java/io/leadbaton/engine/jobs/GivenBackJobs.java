package io.leadbaton.engine.jobs;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaves to other nodes at once what this one took and did not begin; they would else wait until its lock has run out. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class GivenBackJobs implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GivenBackJobs.class);

    private final JdbcClient jdbc;
    private final JobExecutor executor;
    private volatile boolean working;

    GivenBackJobs(JdbcClient jdbc, JobExecutor executor) {
        this.jdbc = jdbc;
        this.executor = executor;
    }

    /** Right after the alarm clock has ended the work. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }

    @Override
    public void start() {
        working = true;
    }

    @Override
    public void stop() {
        working = false;
        try {
            jdbc.sql("update camunda.act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
                    .param(executor.getLockOwner())
                    .update();
        } catch (DataAccessException away) {
            log.warn("Jobs could not be given back; other nodes take them when the lock has run out");
        }
    }

    @Override
    public boolean isRunning() {
        return working;
    }
}
