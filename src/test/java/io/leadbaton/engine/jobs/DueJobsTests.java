package io.leadbaton.engine.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LeadbatonTest
class DueJobsTests {

    @Autowired
    DueJobs due;

    @Autowired
    ComingTimers coming;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Instant now = ClockUtil.getCurrentTime().toInstant();
    private final JobExecutor node = new DefaultJobExecutor();
    private final JobExecutor other = new DefaultJobExecutor();

    @BeforeEach
    void noJobs() {
        jdbc.sql("delete from camunda.act_ru_job").update();
        jdbc.sql("delete from camunda.act_ru_incident").update();
    }

    @Test
    void takesWhatIsDueAndNothingElse() {
        timer("due", "lead1", 1);
        timer("coming", "lead2", -60);
        timer("failed", "lead3", 1);
        timer("suspended", "lead4", 1);
        jdbc.sql("update camunda.act_ru_job set retries_ = 0 where id_ = 'failed'")
                .update();
        jdbc.sql("update camunda.act_ru_job set suspension_state_ = 2 where id_ = 'suspended'")
                .update();

        assertThat(due.take(16, node).getJobIdBatches()).containsExactly(List.of("due"));
        assertThat(due.take(16, node).getJobIdBatches()).isEmpty();
    }

    @Test
    void servesWhatFellDueJustNowInTheMiddleOfAStorm() {
        IntStream.range(0, 1_000).forEach(i -> timer("old" + i, "old" + i, 3_600));
        timer("oldest", "lead1", 7_200);
        timer("fresh", "lead2", 1);

        assertThat(due.take(16, node).getJobIdBatches()).hasSize(16).contains(List.of("oldest"), List.of("fresh"));
    }

    @Test
    void takesOneJobOfALeadAtATimeBecauseItMayMoveTheOthers() {
        timer("second", "lead", 10);
        timer("first", "lead", 20);

        assertThat(due.take(16, node).getJobIdBatches()).containsExactly(List.of("first"));
        jdbc.sql("delete from camunda.act_ru_job where id_ = 'first'").update();
        assertThat(due.take(16, node).getJobIdBatches()).containsExactly(List.of("second"));
    }

    @Test
    void leavesALeadAloneWhileAnotherNodeWorksOnIt() {
        timer("first", "lead", 20);
        due.take(16, other);
        timer("second", "lead", 10);

        assertThat(due.take(16, node).getJobIdBatches()).isEmpty();
    }

    @Test
    void takesOverFromANodeThatDied() {
        timer("job", "lead", 600);
        due.take(16, other);
        theNodeDies();

        assertThat(due.take(16, node).contains("job")).isTrue();
    }

    @Test
    void givesUpAJobThatEndedItsNodeThreeTimesAndTellsOfIt() {
        timer("deadly", "lead", 600);
        due.take(16, node);
        for (int death = 1; death < AbandonedJobs.MOST; death++) {
            theNodeDies();
            assertThat(due.take(16, node).contains("deadly")).isTrue();
        }
        theNodeDies();

        assertThat(due.take(16, node).contains("deadly")).isFalse();
        assertThat(jdbc.sql("select retries_ from camunda.act_ru_job where lock_owner_ is null")
                        .query(Integer.class)
                        .list())
                .containsExactly(0);
        assertThat(jdbc.sql("select incident_msg_ from camunda.act_ru_incident where configuration_ = 'deadly'")
                        .query(String.class)
                        .list())
                .containsExactly("The service ended 3 times in the middle of this step");
    }

    @Test
    void givesAJobThatSomebodyRetriesThreeNewTries() {
        givesUpAJobThatEndedItsNodeThreeTimesAndTellsOfIt();

        management.setJobRetries("deadly", 1);
        due.take(16, node);
        theNodeDies();

        assertThat(due.take(16, node).contains("deadly")).isTrue();
    }

    @Test
    void triesWhatADeadNodeHadTakenOneAfterTheOtherAndThenEachAlone() {
        timer("deadly", "lead1", 600);
        timer("beside", "lead2", 500);
        timer("behind", "lead3", 400);
        due.take(16, node);
        theNodeDies();
        assertThat(due.take(16, node).getJobIdBatches()).containsExactly(List.of("deadly", "beside", "behind"));

        theNodeDies();
        assertThat(due.take(16, node).getJobIdBatches()).containsExactly(List.of("deadly"));
        assertThat(due.take(16, other).getJobIdBatches()).isEmpty();

        theNodeDies();
        assertThat(due.take(16, node).getJobIdBatches()).isEmpty();
        theOthersHaveWaited();
        assertThat(due.take(16, node).getJobIdBatches()).containsExactly(List.of("beside"));
        theOthersHaveWaited();
        assertThat(due.take(16, other).getJobIdBatches()).containsExactly(List.of("behind"));
    }

    @Test
    void triesADeadlyJobNotMoreOftenBecauseOthersWereTakenBesideIt() {
        timer("innocent", "lead1", 600);
        timer("deadly", "lead2", 500);
        List<String> tried = new ArrayList<>();
        for (int death = 0; death <= 2 * AbandonedJobs.MOST; death++) {
            List<String> taken = takenInTwoGroups();
            tried.addAll(taken);
            if (taken.equals(List.of("innocent"))) {
                jdbc.sql("delete from camunda.act_ru_job where id_ = 'innocent'")
                        .update();
            }
            theNodeDies();
        }

        assertThat(tried).filteredOn("deadly"::equals).hasSize(AbandonedJobs.MOST);
    }

    private List<String> takenInTwoGroups() {
        List<String> taken = new ArrayList<>();
        IntStream.range(0, 2)
                .forEach(group -> due.take(1, node).getJobIdBatches().forEach(taken::addAll));
        return taken;
    }

    private void theOthersHaveWaited() {
        jdbc.sql("update camunda.act_ru_job set lock_exp_time_ = lock_exp_time_ - interval '3 seconds'")
                .update();
    }

    @Test
    void blamesNoJobForWhatHappenedAtAnotherDate() {
        timer("job", "lead", 600);
        due.take(16, node);
        for (int death = 0; death < 2 * AbandonedJobs.MOST; death++) {
            theNodeDies();
            jdbc.sql("update camunda.act_ru_job set duedate_ = duedate_ + interval '1 second'")
                    .update();
            assertThat(due.take(16, node).contains("job")).isTrue();
        }
    }

    private void theNodeDies() {
        jdbc.sql("update camunda.act_ru_job set lock_exp_time_ = lock_exp_time_ - interval '5 minutes 1 second'")
                .update();
    }

    @Test
    void doesNotWaitForSomebodyWhoIsChangingALead() {
        timer("changing", "lead1", 20);
        timer("free", "lead2", 10);

        AcquiredJobs taken = transaction.execute(status -> {
            jdbc.sql("delete from camunda.act_ru_job where id_ = 'changing'").update();
            return inAnotherThread(() -> due.take(16, node));
        });

        assertThat(taken.getJobIdBatches()).containsExactly(List.of("free"));
    }

    @Test
    void twoNodesWokenAtOnceTakeEachJobOnce() throws Exception {
        IntStream.range(0, 400).forEach(i -> timer("job" + i, "lead" + i, 60 + i));
        CyclicBarrier sameMoment = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);

        Future<List<String>> one = nodes.submit(() -> takeAll(node, sameMoment));
        Future<List<String>> two = nodes.submit(() -> takeAll(other, sameMoment));

        List<String> taken = new ArrayList<>(one.get(30, SECONDS));
        taken.addAll(two.get(30, SECONDS));
        nodes.shutdown();
        assertThat(taken).hasSize(400).doesNotHaveDuplicates();
    }

    private List<String> takeAll(JobExecutor who, CyclicBarrier sameMoment) throws Exception {
        List<String> all = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            sameMoment.await(10, SECONDS);
            due.take(16, who).getJobIdBatches().forEach(all::addAll);
        }
        return all;
    }

    @Test
    void knowsTheInstantsThatCome() {
        timer("a", "lead1", -1);
        timer("b", "lead2", -1);
        timer("c", "lead3", -2);
        timer("later", "lead4", -9);

        assertThat(coming.between(now, now.plusSeconds(5)))
                .extracting(Instant::getEpochSecond)
                .containsExactly(now.getEpochSecond() + 1, now.getEpochSecond() + 2);
    }

    @Test
    void findsJobsByTheIndexHoweverManyThereAre() {
        jdbc.sql("""
                        insert into camunda.act_ru_job (id_, rev_, type_, exclusive_, root_proc_inst_id_, retries_, duedate_, handler_type_)
                        select 'job' || i, 1, 'timer', true, 'lead' || i, 3, now() at time zone 'UTC' + make_interval(secs => i), 'timer-transition'
                        from generate_series(-10000, 90000) i
                        """).update();
        jdbc.sql("analyze camunda.act_ru_job").update();

        assertThat(planOf(DueJobs.TAKE)).contains("leadbaton_due").doesNotContain("Seq Scan", "Sort");
        assertThat(planOf(ComingTimers.COMING)).contains("leadbaton_due").doesNotContain("Seq Scan", "Sort");
    }

    private String planOf(String sql) {
        LocalDateTime noon = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .param("now", noon)
                        .param("oldest", 12)
                        .param("newest", 4)
                        .param("owner", "me")
                        .param("until", noon.plusSeconds(2))
                        .param("from", noon)
                        .param("most", 1_000)
                        .query(String.class)
                        .list());
    }

    private static <T> T inAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    private void timer(String id, String lead, int secondsAgo) {
        jdbc.sql("""
                        insert into camunda.act_ru_job (id_, rev_, type_, exclusive_, root_proc_inst_id_, retries_, duedate_, handler_type_)
                        values (:id, 1, 'timer', true, :lead, 3, :due, 'timer-transition')
                        """)
                .param("id", id)
                .param("lead", lead)
                .param("due", LocalDateTime.ofInstant(now.minusSeconds(secondsAgo), ZoneOffset.UTC))
                .update();
    }
}
