package io.leadbaton;

import io.leadbaton.rep.CountedLeads;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.admin.impl.web.bootstrap.AdminContainerBootstrap;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.web.bootstrap.CockpitContainerBootstrap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.tasklist.impl.web.bootstrap.TasklistContainerBootstrap;
import org.camunda.bpm.welcome.impl.web.bootstrap.WelcomeContainerBootstrap;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Puts the database and the clock back to where they were right after the service started, before each test class. */
class CleanData extends AbstractTestExecutionListener {

    /** A Tuesday morning while offices in Berlin are open, far from holidays: hours of business must not depend on when tests run. */
    private static final Instant TUESDAY_MORNING = Instant.parse("2030-03-05T09:00:00Z");

    @Override
    public void beforeTestClass(TestContext test) {
        ClockUtil.reset();
        ClockUtil.offset(Duration.between(ClockUtil.getCurrentTime().toInstant(), TUESDAY_MORNING)
                .toMillis());
        ApplicationContext service = test.getApplicationContext();
        // Camunda's pages find engines by name, and the service of another class may have had one of the same name.
        ProcessEngines.registerProcessEngine(service.getBean(ProcessEngine.class));
        if (Cockpit.getRuntimeDelegate() == null) {
            openPagesAgain(((WebApplicationContext) service).getServletContext());
        }
        JdbcTemplate sql = service.getBean(JdbcTemplate.class);
        TransactionTemplate transaction = service.getBean(TransactionTemplate.class);
        // What an earlier class began in the background may still be at work, and PostgreSQL gives one of both up.
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .ignoreException(PessimisticLockingFailureException.class)
                .until(() -> transaction.execute(status -> putBack(sql)));
        service.getBeanProvider(CountedLeads.class).ifAvailable(CountedLeads::changed);
    }

    private static boolean putBack(JdbcTemplate sql) {
        // No triggers and no foreign keys: rows go and come in any order.
        sql.execute("set local session_replication_role = replica");
        if (Boolean.TRUE.equals(sql.queryForObject("select to_regnamespace('first_start') is null", Boolean.class))) {
            remember(sql);
        } else {
            restore(sql);
        }
        return true;
    }

    /** Another service of this JVM has ended, and Camunda's pages with it for all. */
    private static void openPagesAgain(ServletContext servlets) {
        Stream.of(
                        new CockpitContainerBootstrap(),
                        new TasklistContainerBootstrap(),
                        new AdminContainerBootstrap(),
                        new WelcomeContainerBootstrap())
                .forEach(pages -> pages.contextInitialized(new ServletContextEvent(servlets)));
    }

    @Override
    public void afterTestClass(TestContext test) {
        ClockUtil.reset();
    }

    private static void remember(JdbcTemplate sql) {
        sql.execute("create schema first_start");
        tables(sql).forEach(table -> {
            if (hasRows(sql, table.name())) {
                sql.execute("create table %s as table %s".formatted(table.copy(), table.name()));
            }
        });
    }

    private static void restore(JdbcTemplate sql) {
        tables(sql).stream()
                .filter(table -> hasRows(sql, table.name()))
                .forEach(table -> sql.execute("delete from " + table.name()));
        tables(sql).stream()
                .filter(Table::hasCopy)
                .forEach(table -> sql.execute("insert into %s (%s) overriding system value select %s from %s"
                        .formatted(table.name(), table.columns(), table.columns(), table.copy())));
    }

    private static boolean hasRows(JdbcTemplate sql, String table) {
        return Boolean.TRUE.equals(sql.queryForObject("select exists (select 1 from " + table + ")", Boolean.class));
    }

    private static List<Table> tables(JdbcTemplate sql) {
        return sql.query(
                """
                select t.table_schema, t.table_name, to_regclass('first_start.' || t.table_schema || '_' || t.table_name) is not null as has_copy,
                  (select string_agg(quote_ident(c.column_name), ', ') from information_schema.columns c
                   where c.table_schema = t.table_schema and c.table_name = t.table_name and c.is_generated = 'NEVER') as columns
                from information_schema.tables t
                where t.table_schema in ('leadbaton', 'camunda') and t.table_type = 'BASE TABLE'
                  and t.table_name <> 'flyway_schema_history'
                """,
                (row, number) -> new Table(
                        row.getString("table_schema") + "." + row.getString("table_name"),
                        "first_start." + row.getString("table_schema") + "_" + row.getString("table_name"),
                        row.getString("columns"),
                        row.getBoolean("has_copy")));
    }

    private record Table(String name, String copy, String columns, boolean hasCopy) {}
}
