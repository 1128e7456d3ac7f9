package io.leadbaton.engine.jobs;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives up jobs that end their node. The engine counts only failures, and who ends the node does not live to fail: such a job would
 * go from node to node for ever.
 *
 * <p>When a node dies, all that it had taken is suspect, and is tried again one after the other. When that ends a node as well,
 * nobody knows which one did it, because several threads and nodes may have tried some: from then on each is tried alone and counted,
 * and the others wait a moment.
 */
@Component
class AbandonedJobs {

    static final int MOST = 3;

    /** Longer than most jobs take, so that two suspects are hardly ever tried side by side. */
    static final Duration ALONE = Duration.ofSeconds(2);

    private static final String KNOWN = """
            select a.job_id from leadbaton.abandoned_job a
            join unnest(cast(:ids as text[]), cast(:dues as timestamp[])) as found (id, due) on found.id = a.job_id and found.due = a.due
            """;

    private static final String COUNT = """
            insert into leadbaton.abandoned_job as a (job_id, due, times)
            select id, due, 1 from unnest(cast(:ids as text[]), cast(:dues as timestamp[])) as found (id, due)
            on conflict (job_id) do update set due = excluded.due, times = case when a.due = excluded.due then a.times + 1 else 1 end
            returning job_id, times
            """;

    private static final String FORGET = """
            delete from leadbaton.abandoned_job a
            where not exists (select 1 from camunda.act_ru_job j where j.id_ = a.job_id and j.duedate_ = a.due)
            """;

    /** Still taken, so that whoever takes one of them next knows it for a suspect; whichever node left it behind. */
    private static final String HOLD = """
            update camunda.act_ru_job set lock_exp_time_ = :until where id_ in (
                select id_ from camunda.act_ru_job
                where lock_owner_ is not null and id_ <> :tried and (id_ = any (:ids)
                    or lock_exp_time_ < :now and id_ in (select job_id from leadbaton.abandoned_job))
                for update skip locked)
            """;

    private static final String RELEASE = """
            update camunda.act_ru_job set lock_owner_ = null, lock_exp_time_ = null, exception_msg_ = :why where id_ = :id
            """;

    private static final Logger log = LoggerFactory.getLogger(AbandonedJobs.class);

    private final JdbcClient jdbc;
    private final ObjectProvider<ManagementService> management;

    AbandonedJobs(JdbcClient jdbc, ObjectProvider<ManagementService> management) {
        this.jdbc = jdbc;
        this.management = management;
    }

    /** A job that was taken before, by a node that did not finish it in time. */
    record Abandoned(String id, LocalDateTime due) {}

    /**
     * Those that are to be tried once more, in this order and not side by side; the others are given up or wait.
     *
     * @param now as the node that has taken them counts the time of its locks, in UTC
     */
    List<String> triedAgain(List<Abandoned> found, LocalDateTime now) {
        jdbc.sql(FORGET).update();
        List<Abandoned> inOrder = found.stream()
                .sorted(Comparator.comparing(Abandoned::due).thenComparing(Abandoned::id))
                .toList();
        Optional<Abandoned> suspect = suspect(inOrder);
        suspect.ifPresent(alone -> holdOthers(alone, inOrder, now));
        List<Abandoned> tried = suspect.map(List::of).orElse(inOrder);
        Set<String> hopeless = count(tried);
        hopeless.forEach(this::giveUp);
        return tried.stream()
                .map(Abandoned::id)
                .filter(id -> !hopeless.contains(id))
                .toList();
    }

    /** The first of those that were tried again before, in vain. */
    private Optional<Abandoned> suspect(List<Abandoned> found) {
        Set<String> known = Set.copyOf(
                parameters(jdbc.sql(KNOWN), found).query(String.class).list());
        return found.stream().filter(job -> known.contains(job.id())).findFirst();
    }

    private void holdOthers(Abandoned alone, List<Abandoned> found, LocalDateTime now) {
        jdbc.sql(HOLD)
                .param("tried", alone.id())
                .param("ids", found.stream().map(Abandoned::id).toArray(String[]::new))
                .param("now", now)
                .param("until", now.plus(ALONE))
                .update();
    }

    private Set<String> count(List<Abandoned> tried) {
        return parameters(jdbc.sql(COUNT), tried)
                .query((row, number) -> row.getInt("times") < MOST ? "" : row.getString("job_id"))
                .list()
                .stream()
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Without a lock and without a record: when somebody has it tried again, it begins anew. */
    private void giveUp(String id) {
        log.error("The job {} ended its node {} times and is not tried again by itself", id, MOST);
        jdbc.sql(RELEASE)
                .param("id", id)
                .param("why", "The service ended %d times in the middle of this step".formatted(MOST))
                .update();
        jdbc.sql("delete from leadbaton.abandoned_job where job_id = :id")
                .param("id", id)
                .update();
        management.getObject().setJobRetries(id, 0);
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec sql, List<Abandoned> jobs) {
        return sql.param("ids", jobs.stream().map(Abandoned::id).toArray(String[]::new))
                .param("dues", jobs.stream().map(job -> job.due().toString()).toArray(String[]::new));
    }
}
