package io.leadbaton.engine.jobs;

import io.leadbaton.engine.jobs.AbandonedJobs.Abandoned;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes due jobs for one node, in one statement: most of them the longest overdue, a share of them the latest to fall due.
 *
 * <p>The share is what keeps a promise that falls due in the middle of a storm from waiting behind ten thousand others. Rows
 * that another node or a person is just changing are passed over, so that nodes woken in the same millisecond neither wait for each
 * other nor fail.
 */
@Component
class DueJobs {

    /** The comparison of ids keeps PostgreSQL from reading the whole table to find what is locked. */
    private static final String DUE = """
            select id_, lock_owner_ as before from camunda.act_ru_job job
            where retries_ > 0 and suspension_state_ = 1 and duedate_ <= :now
              and (lock_owner_ is null or lock_exp_time_ < :now)
              and not (exclusive_ and exists (
                select 1 from camunda.act_ru_job other
                where other.root_proc_inst_id_ = job.root_proc_inst_id_ and other.id_ <> job.id_ and other.exclusive_
                  and (other.lock_owner_ is not null and other.lock_exp_time_ >= :now
                    or other.retries_ > 0 and other.suspension_state_ = 1 and other.duedate_ <= :now
                      and (other.duedate_, other.id_) < (job.duedate_, job.id_))))
            order by duedate_ %s limit :%s for update skip locked
            """;

    static final String TAKE = """
            with oldest as (%s), newest as (%s)
            update camunda.act_ru_job set lock_owner_ = :owner, lock_exp_time_ = :until, rev_ = rev_ + 1
            where id_ = any (array(select id_ from newest union select id_ from oldest))
            returning id_, case when exclusive_ then coalesce(root_proc_inst_id_, process_instance_id_) end as lead, duedate_,
              coalesce((select before from oldest where oldest.id_ = act_ru_job.id_),
                (select before from newest where newest.id_ = act_ru_job.id_)) as before
            """.formatted(DUE.formatted("asc", "oldest"), DUE.formatted("desc", "newest"));

    private final JdbcClient jdbc;
    private final AbandonedJobs abandoned;
    private final Clock clock;

    DueJobs(JdbcClient jdbc, AbandonedJobs abandoned, Clock clock) {
        this.jdbc = jdbc;
        this.abandoned = abandoned;
        this.clock = clock;
    }

    AcquiredJobs take(int most, JobExecutor node) {
        Instant now = clock.instant();
        List<Taken> all = lock(most, node, now);
        AcquiredJobs taken = new AcquiredJobs(most);
        byLead(all).forEach(taken::addJobIdBatch);
        List<Abandoned> leftBehind = all.stream()
                .filter(job -> job.before() != null)
                .map(job -> new Abandoned(job.id(), job.due()))
                .toList();
        if (!leftBehind.isEmpty()) {
            addInOrder(abandoned.triedAgain(leftBehind, utc(now)), taken);
        }
        return taken;
    }

    private static void addInOrder(List<String> jobs, AcquiredJobs taken) {
        if (!jobs.isEmpty()) {
            taken.addJobIdBatch(new ArrayList<>(jobs));
        }
    }

    /** One job of a lead at a time, the oldest first: what it does may move the others, which nobody would look at again. */
    private static Collection<List<String>> byLead(List<Taken> all) {
        Map<String, List<String>> byLead = new LinkedHashMap<>();
        all.stream()
                .filter(job -> job.before() == null)
                .forEach(job -> byLead.computeIfAbsent(job.lead(), key -> new ArrayList<>())
                        .add(job.id()));
        return byLead.values();
    }

    private List<Taken> lock(int most, JobExecutor node, Instant now) {
        return jdbc.sql(TAKE)
                .param("now", utc(now))
                .param("newest", most / 4)
                .param("oldest", most - most / 4)
                .param("owner", node.getLockOwner())
                .param("until", utc(now.plusMillis(node.getLockTimeInMillis())))
                .query((row, number) -> new Taken(
                        row.getString("id_"),
                        Objects.requireNonNullElse(row.getString("lead"), row.getString("id_")),
                        row.getObject("duedate_", LocalDateTime.class),
                        row.getString("before")))
                .list();
    }

    /** @param before the node that had taken it already, null for none */
    private record Taken(
            String id,
            String lead,
            LocalDateTime due,
            @Nullable String before) {}

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
