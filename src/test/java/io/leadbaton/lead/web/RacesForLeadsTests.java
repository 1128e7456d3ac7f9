package io.leadbaton.lead.web;

import static io.leadbaton.lead.NewLeadFixtures.aCaller;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LeadbatonTest
class RacesForLeadsTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tellsTheSecondOfTwoWhatHappenedMeanwhile() {
        LeadId lead = scenario.arrives(aCaller());

        HttpResponse<String> answer = signalWhile(
                lead,
                "update camunda.act_ru_task set rev_ = rev_ + 1 where proc_inst_id_ in (select id_ from camunda.act_ru_execution where business_key_ = ?)");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody else was faster", "try again", "on 20");
    }

    /** The timer makes a task at the place that the reply is about to leave. */
    @Test
    void tellsAReplyThatMetTheTimerOfAnAttempt() {
        LeadId lead = scenario.arrives(aCaller());
        scenario.accepts(lead);

        HttpResponse<String> answer = transaction
                .execute(other -> {
                    jdbc.sql(
                                    "select id from leadbaton.sla_clock where lead_id = ? and clause = 'nextAttempt' for update")
                            .param(lead.value())
                            .query(String.class)
                            .single();
                    CompletableFuture<HttpResponse<String>> reply = CompletableFuture.supplyAsync(() -> replies(lead));
                    Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
                    CompletableFuture.runAsync(() -> scenario.fires(lead, "attemptPlanned"))
                            .join();
                    return reply;
                })
                .join();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(scenario.waitsAt(lead)).containsExactly("makeAttempt");
        assertThat(replies(lead).statusCode()).isEqualTo(202);
        assertThat(scenario.waitsAt(lead)).containsExactly("qualifyLead");
    }

    private HttpResponse<String> replies(LeadId lead) {
        return Http.as("rep1", port).post("/api/v1/leads/" + lead.value() + "/signals", "{\"type\": \"replied\"}");
    }

    /** The signal waits for what the other one holds, and finds it changed. */
    private HttpResponse<String> signalWhile(LeadId lead, String change) {
        return transaction
                .execute(other -> {
                    jdbc.sql(change).param(lead.value()).update();
                    CompletableFuture<HttpResponse<String>> signal =
                            CompletableFuture.supplyAsync(() -> Http.as("rep1", port)
                                    .post("/api/v1/leads/" + lead.value() + "/signals", "{\"type\": \"opted-out\"}"));
                    Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
                    return signal;
                })
                .join();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
