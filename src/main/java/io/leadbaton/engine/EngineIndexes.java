package io.leadbaton.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the engine's tables the indexes by which due jobs and a person's tasks are found. */
@Component
class EngineIndexes extends AbstractProcessEnginePlugin {

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("leadbaton_due", "act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1");
        ALL.put("leadbaton_own_tasks", "act_ru_task (assignee_, priority_ desc, due_date_, create_time_ desc)");
        ALL.put("leadbaton_due_tasks", "act_ru_task (due_date_)");
        // Every task that ends is asked for its subtasks. Nobody has any, and without the index it means to read all
        // tasks.
        ALL.put("leadbaton_subtasks", "act_ru_task (parent_task_id_) where parent_task_id_ is not null");
        ALL.put("leadbaton_own_rights", "act_ru_authorization (user_id_)");
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineIndexes(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Not a migration: the engine makes its tables itself, after ours. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        List<String> missing = ALL.keySet().stream().filter(this::isMissing).toList();
        if (!missing.isEmpty()) {
            transaction.executeWithoutResult(status -> createOnce(missing));
        }
    }

    /** Asked first, because even an index that exists is only "created" once all writers have paused. */
    private boolean isMissing(String index) {
        return jdbc.sql("select to_regclass('camunda.' || :index) is null")
                .param("index", index)
                .query(Boolean.class)
                .single();
    }

    /** Nodes that start at once do it one after the other; on a large table it takes longer than any statement may otherwise. */
    private void createOnce(List<String> missing) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('leadbaton_due'))").query(row -> {});
        jdbc.sql("set local statement_timeout = 0").update();
        missing.forEach(
                index -> jdbc.sql("create index if not exists %s on camunda.%s".formatted(index, ALL.get(index)))
                        .update());
    }
}
