package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.Invariants;
import io.leadbaton.Leadbaton;
import io.leadbaton.Scenario;
import io.leadbaton.TestDatabase;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was promised before the service stopped falls due after it started again, all of it, once. */
class PromisesAfterRestartIT {

    private static final Instant TUESDAY = Instant.parse("2030-03-05T09:00:00Z");

    private final String database = TestDatabase.fresh();
    private final List<SlaClock> promised = new ArrayList<>();

    @TempDir
    Path data;

    @AfterEach
    void timeIsItselfAgain() {
        ClockUtil.reset();
    }

    @Test
    void breaksEveryPromiseThatFellDueMeanwhileOnce() {
        ClockUtil.setCurrentTime(Date.from(TUESDAY));
        try (ConfigurableApplicationContext service = service(false)) {
            Owed.all().forEach(owed -> promised.add(clock(service, owed)));
        }
        Duration away = Duration.between(Instant.now(), TUESDAY.plus(Duration.ofDays(60)));
        ClockUtil.reset();
        ClockUtil.offset(away.toMillis());

        try (ConfigurableApplicationContext service = service(true)) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(dueTimers(service)).isZero();
                service.getBean(Invariants.class).hold();
            });

            assertThat(promised).hasSize(10).allSatisfy(before -> {
                SlaClock now =
                        service.getBean(ClockRows.class).find(before.id()).orElseThrow();
                assertThat(now.state()).as(before.clause().wire()).isEqualTo(SlaClock.State.MISSED);
                assertThat(now.dueAt()).isEqualTo(before.dueAt());
            });
        }
    }

    private static SlaClock clock(ConfigurableApplicationContext service, Owed owed) {
        String lead = owed.lead(service.getBean(Scenario.class)).value();
        return service.getBean(ClockRows.class).open(lead, owed.clause()).orElseThrow();
    }

    private static int dueTimers(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from camunda.act_ru_job where duedate_ <= ?")
                .param(Timestamp.from(ClockUtil.getCurrentTime().toInstant()))
                .query(Integer.class)
                .single();
    }

    private ConfigurableApplicationContext service(boolean firesTimers) {
        return SpringApplication.run(
                Leadbaton.class,
                "--spring.datasource.url=" + database,
                "--leadbaton.data=" + data,
                "--leadbaton.compare-clocks=false",
                "--leadbaton.demo=true",
                "--leadbaton.sample-leads=false",
                "--leadbaton.policy.watch=false",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=" + firesTimers);
    }
}
