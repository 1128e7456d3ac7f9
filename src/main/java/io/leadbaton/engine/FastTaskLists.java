package io.leadbaton.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.stereotype.Component;

/** Keeps Tasklist's lists fast with many open tasks: the engine's queries, with the check of rights written in another way. */
@Component
class FastTaskLists extends AbstractProcessEnginePlugin {

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        VisibleTasks visible = new VisibleTasks(engine.getDatabaseTablePrefix());
        rewrite("selectTaskByQueryCriteria", engine, visible::rewritten);
        rewrite("selectTaskCountByQueryCriteria", engine, visible::rewritten);
        // Asked before any list. Otherwise it reads the right of every rep to every task, to find the few rights of
        // groups.
        rewrite("selectAuthorizedGroupIds", engine, sql -> sql + " where A.GROUP_ID_ is not null");
    }

    private static void rewrite(String name, ProcessEngineConfigurationImpl engine, UnaryOperator<String> own) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        MappedStatement original = statements.getMappedStatement(name);
        String ownName = name + "_leadbaton";
        SqlSource sql = query -> rewritten(original.getBoundSql(query), statements, own);
        statements.addMappedStatement(
                new MappedStatement.Builder(statements, ownName, sql, original.getSqlCommandType())
                        .resource(original.getResource())
                        .resultMaps(original.getResultMaps())
                        .build());
        call(name, ownName, engine.getDbSqlSessionFactory());
    }

    /** In a copy: the engine keeps one map for all engines of a process. */
    private static void call(String name, String ownName, DbSqlSessionFactory sessions) {
        Map<String, String> mappings = new HashMap<>(sessions.getStatementMappings());
        mappings.put(name, ownName);
        sessions.setStatementMappings(mappings);
    }

    private static BoundSql rewritten(BoundSql original, Configuration statements, UnaryOperator<String> own) {
        BoundSql rewritten = new BoundSql(
                statements,
                own.apply(original.getSql()),
                original.getParameterMappings(),
                original.getParameterObject());
        original.getAdditionalParameters().forEach(rewritten::setAdditionalParameter);
        return rewritten;
    }
}
