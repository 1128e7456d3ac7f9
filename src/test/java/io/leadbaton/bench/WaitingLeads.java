package io.leadbaton.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads of ours or of stock that wait for the time of their next attempt, and when the task of each was there. */
final class WaitingLeads {

    private static final int PATTERNS = 10;

    private static final String MOVE = """
            with due as (
              insert into bench.due (batch, instance, due)
              select :batch, process_instance_id_, clock_timestamp() + interval '3 s' + random() * :seconds * interval '1 s' from act_ru_job j
              where handler_cfg_ = 'attemptPlanned' and duedate_ > (now() + interval '10 min') at time zone 'UTC'
              limit :count returning instance, due)
            update act_ru_job j set duedate_ = date_trunc('milliseconds', due.due) at time zone 'UTC', rev_ = rev_ + 1
            from due where j.process_instance_id_ = due.instance and j.handler_cfg_ = 'attemptPlanned'
            """;

    private static final String TASKS = """
            from bench.due d join act_ru_task t on t.proc_inst_id_ = d.instance and t.task_def_key_ = 'makeAttempt' where d.batch = :batch
            """;

    private final Contender contender;
    private final JdbcClient sql;
    private int batch;

    private WaitingLeads(Contender contender, JdbcClient sql) {
        this.contender = contender;
        this.sql = sql;
    }

    /** A little more than so many, that wait for their second attempt. */
    static WaitingLeads of(Contender contender, BenchServer server, OpenLeads leads, int count) {
        JdbcClient sql = server.client(contender.name());
        WaitingLeads waiting = new WaitingLeads(contender, sql);
        waiting.makePatterns();
        leads.choosePatterns(PATTERNS);
        leads.copy(1, count / PATTERNS + 1);
        sql.sql("create table bench.due (batch int, instance text, due timestamptz)")
                .update();
        return waiting;
    }

    private void makePatterns() {
        IntStream.range(0, PATTERNS).forEach(number -> contender.receive());
        contender.accept(PATTERNS);
        fireFarTimers();
        TaskService tasks = contender.bean(TaskService.class);
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        tasks.createTaskQuery().taskDefinitionKey("makeAttempt").count() == PATTERNS);
        tasks.createTaskQuery().taskDefinitionKey("makeAttempt").list().forEach(contender::attempt);
    }

    /** Those that are due at once are fired by the service itself. */
    private void fireFarTimers() {
        ManagementService management = contender.bean(ManagementService.class);
        management
                .createJobQuery()
                .activityId("attemptPlanned")
                .duedateHigherThan(new Date(System.currentTimeMillis() + 60_000))
                .list()
                .stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    /** Lets so many fall due at random instants of the next seconds, all at once if there are none. */
    void fallDue(int count, int seconds) {
        batch++;
        int moved = schema(MOVE)
                .param("batch", batch)
                .param("seconds", seconds)
                .param("count", count)
                .update();
        if (moved != count) {
            throw new IllegalStateException("%d timers instead of %d".formatted(moved, count));
        }
    }

    /** From the due date to the commit of the transaction that made the task; waits until all are there. */
    Lateness lateness() {
        return new Lateness(fired("extract(epoch from pg_xact_commit_timestamp(t.xmin) - d.due)::float8 * 1000"));
    }

    /** How many a second, from the first task to the last. */
    double drain() {
        List<Double> seconds = fired("extract(epoch from pg_xact_commit_timestamp(t.xmin))::float8");
        double first = seconds.stream().min(Double::compare).orElseThrow();
        double last = seconds.stream().max(Double::compare).orElseThrow();
        return seconds.size() / (last - first);
    }

    private List<Double> fired(String value) {
        long due = sql.sql("select count(*) from bench.due where batch = :batch")
                .param("batch", batch)
                .query(Long.class)
                .single();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> schema("select count(*) " + TASKS)
                                .param("batch", batch)
                                .query(Long.class)
                                .single()
                        == due);
        return schema("select " + value + " " + TASKS)
                .param("batch", batch)
                .query(Double.class)
                .list();
    }

    /** The engine's tables lie in a schema of their own in ours. */
    private JdbcClient.StatementSpec schema(String statement) {
        return sql.sql(contender instanceof Ours ? statement.replace("act_ru_", "camunda.act_ru_") : statement);
    }
}
