package io.leadbaton.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.leadbaton.Http;
import io.leadbaton.Leadbaton;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node whose connections are used up, whose database goes away, and that is told to end: what its visitors are told. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FailingDatabaseIT {

    private static final int LINE = 8;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static ServletWebServerApplicationContext service;
    private static Http http;
    private static Http stranger;

    @BeforeAll
    static void aNodeOnADatabaseOfItsOwn() throws IOException {
        server = start(0);
        service = (ServletWebServerApplicationContext) SpringApplication.run(
                Leadbaton.class,
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--leadbaton.data=" + folder.resolve("data"),
                "--leadbaton.demo=true",
                "--leadbaton.sample-leads=false",
                "--leadbaton.longest-line=" + LINE,
                "--leadbaton.shutdown-notice=4s",
                "--server.port=0");
        http = Http.as("operations1", service.getWebServer().getPort());
        stranger = Http.asStranger(service.getWebServer().getPort());
    }

    @AfterAll
    static void end() throws IOException {
        ClockUtil.reset();
        service.close();
        server.close();
    }

    @Test
    @Order(1)
    void turnsVisitorsAwayWhenNoConnectionIsLeftAndStaysHealthy() throws Exception {
        HikariDataSource pool = service.getBean(HikariDataSource.class);
        List<Connection> held = new ArrayList<>();
        List<Answer> answers;
        ExecutorService visitors = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                held.add(pool.getConnection());
            }
            var asked = IntStream.range(0, 3 * LINE)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> answer(i), visitors))
                    .toList();
            await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() >= LINE);
            Answer late = answer(0);
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.millis()).isLessThan(1_000);
            assertThat(status("/actuator/health/liveness")).isEqualTo(200);
            Answer ready = timed(() -> stranger.get("/actuator/health/readiness"));
            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.millis()).isLessThan(1_000);
            answers = asked.stream().map(CompletableFuture::join).toList();
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
            visitors.shutdown();
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.retryAfter()).isEqualTo("5");
            assertThat(answer.type()).startsWith("application/problem+json");
            assertThat(answer.millis()).isLessThan(5_000);
        });
        assertThat(receive("after").statusCode()).isEqualTo(201);
    }

    @Test
    @Order(2)
    void saysThatTheDatabaseIsAwayAndServesSoonAfterItIsBack() throws Exception {
        int before = leads();
        assertThat(receive("before").statusCode()).isEqualTo(201);
        int database = server.getPort();
        server.close();

        Answer away = answer(1);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.millis()).isLessThan(8_000);
        await().atMost(Duration.ofSeconds(15)).until(() -> status("/actuator/health/readiness") == 503);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(status("/camunda/app/tasklist/default/")).isIn(302, 503);

        server = start(database);
        long back = System.nanoTime();
        await().atMost(Duration.ofSeconds(15)).until(() -> receive("again").statusCode() == 201);
        await().atMost(Duration.ofSeconds(15)).until(() -> status("/actuator/health/readiness") == 200);
        System.out.printf("Served %d ms after the database was back%n", (System.nanoTime() - back) / 1_000_000);

        assertThat(leads()).isEqualTo(before + 2);
    }

    @Test
    @Order(3)
    void isNotReadyAndFiresNothingWhileItsClockIsWrong() {
        ClockUtil.offset(Duration.ofSeconds(10).toMillis());
        await().atMost(Duration.ofSeconds(8)).until(() -> status("/actuator/health/readiness") == 503);
        assertThat(receive("hasty").statusCode()).isEqualTo(201);

        ClockUtil.offset(Duration.ofDays(2).toMillis());
        int due = dueJobs();
        await().during(Duration.ofSeconds(3)).until(() -> dueJobs() == due);
        assertThat(due).isPositive();
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);

        ClockUtil.reset();
        await().atMost(Duration.ofSeconds(8)).until(() -> status("/actuator/health/readiness") == 200);
    }

    @Test
    @Order(4)
    void saysThatItEndsBeforeItTakesNoMoreRequestsAndGivesItsJobsBack() {
        String node = service.getBean(JobExecutor.class).getLockOwner();
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(server.getJdbcUrl("postgres", "postgres")));
        assertThat(sql.sql(
                                "update camunda.act_ru_job set lock_owner_ = ?, lock_exp_time_ = now() + interval '1 minute' where lock_owner_ is null")
                        .param(node)
                        .update())
                .isPositive();

        CompletableFuture<Void> ending = CompletableFuture.runAsync(service::close);

        await().atMost(Duration.ofSeconds(4)).until(() -> status("/actuator/health/readiness") == 503);
        assertThat(receive("last").statusCode()).isEqualTo(201);

        ending.join();
        assertThat(service.isActive()).isFalse();
        assertThat(sql.sql(
                                "select count(*) from camunda.act_ru_job where lock_owner_ is not null or lock_exp_time_ is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static EmbeddedPostgres start(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static int leads() {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from leadbaton.lead")
                .query(Integer.class)
                .single();
    }

    private static int dueJobs() {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from camunda.act_ru_job where duedate_ <= ? and retries_ > 0")
                .param(Timestamp.from(ClockUtil.getCurrentTime().toInstant()))
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> receive(String who) {
        return http.post("/api/v1/leads", "{\"email\": \"%s@example.com\", \"channel\": \"web-form\"}".formatted(who));
    }

    private static int status(String path) {
        return stranger.get(path).statusCode();
    }

    private static Answer answer(int number) {
        return timed(() -> receive("lead" + number));
    }

    private static Answer timed(Supplier<HttpResponse<String>> request) {
        long from = System.nanoTime();
        HttpResponse<String> response = request.get();
        return new Answer(
                response.statusCode(),
                (System.nanoTime() - from) / 1_000_000,
                response.headers().firstValue("Retry-After").orElse(""),
                response.headers().firstValue("Content-Type").orElse(""));
    }

    private record Answer(int status, long millis, String retryAfter, String type) {}
}
