package io.leadbaton.engine.jobs;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * <p>When a node dies, all that it had taken is suspect. Suspects are tried again one after the other, so that the next time
 * the first of them is the guilty one, and only that one is counted again.
 */
@Component
class AbandonedJobs {

    static final int MOST = 3;

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

    /** Those that are to be tried once more, in this order and not side by side; the others are given up. */
    List<String> triedAgain(List<Abandoned> found) {
        jdbc.sql(FORGET).update();
        List<Abandoned> inOrder = found.stream()
                .sorted(Comparator.comparing(Abandoned::due).thenComparing(Abandoned::id))
                .toList();
        Set<String> hopeless = count(guilty(inOrder));
        hopeless.forEach(this::giveUp);
        return inOrder.stream()
                .map(Abandoned::id)
                .filter(id -> !hopeless.contains(id))
                .toList();
    }

    private List<Abandoned> guilty(List<Abandoned> found) {
        Set<String> known = Set.copyOf(
                parameters(jdbc.sql(KNOWN), found).query(String.class).list());
        Stream<Abandoned> suspect =
                found.stream().filter(job -> known.contains(job.id())).limit(1);
        return Stream.concat(suspect, found.stream().filter(job -> !known.contains(job.id())))
                .toList();
    }

    private Set<String> count(List<Abandoned> guilty) {
        return parameters(jdbc.sql(COUNT), guilty)
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
