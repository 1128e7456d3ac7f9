package io.leadbaton.engine.jobs;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the engine's table of jobs the index by which due and coming ones are found. */
@Component
class JobIndex extends AbstractProcessEnginePlugin {

    private static final String INDEX = """
            create index if not exists leadbaton_due on camunda.act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JobIndex(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Not a migration: the engine makes its tables itself, after ours. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (isMissing()) {
            transaction.executeWithoutResult(status -> createOnce());
        }
    }

    /** Asked first, because even an index that exists is only "created" once all writers have paused. */
    private boolean isMissing() {
        return jdbc.sql("select to_regclass('camunda.leadbaton_due') is null")
                .query(Boolean.class)
                .single();
    }

    /** Nodes that start at once do it one after the other. */
    private void createOnce() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('leadbaton_due'))").query(row -> {});
        jdbc.sql(INDEX).update();
    }
}
