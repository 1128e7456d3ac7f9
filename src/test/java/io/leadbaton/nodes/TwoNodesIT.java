package io.leadbaton.nodes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Child;
import io.leadbaton.Chromium;
import io.leadbaton.Http;
import io.leadbaton.PersonAtBrowser;
import io.leadbaton.TasklistPage;
import io.leadbaton.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes that start in the same moment on an empty database, and a rep who notices nothing when one of them dies. */
class TwoNodesIT {

    private final String database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(database));

    @TempDir
    Path data;

    @Test
    void aHalfFilledFormIsCompletedOnAnotherNodeAfterItsOwnWasKilled() throws Exception {
        Child one = RunningNode.start(database, data.resolve("one"));
        Child other = RunningNode.start(database, data.resolve("other"));
        try (one;
                other;
                Chromium chromium = Chromium.open()) {
            RunningNode first = RunningNode.whenReady(one);
            RunningNode second = RunningNode.whenReady(other);
            assertThat(rows("leadbaton.policy_version")).isOne();
            assertThat(rows("camunda.act_re_deployment")).isOne();

            Http operations = second.as("operations1");
            var lead = Http.json(operations.post("/api/v1/leads", """
                    {"firstName": "Ada", "lastName": "Meyer", "email": "ada@example.com", "phone": "+493012345678",
                     "company": "Meyer Pumps", "country": "Germany", "channel": "web-form"}
                    """));
            try (Switch proxy = new Switch(first.port());
                    PersonAtBrowser rep = PersonAtBrowser.logsIn(
                            chromium.browser(),
                            "http://127.0.0.1:" + proxy.port(),
                            lead.get("owner").asText())) {
                TasklistPage tasklist = TasklistPage.openedBy(rep);
                tasklist.opensTask("Ada Meyer", "Accept or reject lead");
                tasklist.ticks("I take it");

                proxy.turnTo(second.port());
                first.service().kill();

                tasklist.completesTask("Ada Meyer", "Accept or reject lead");
                assertThat(rep.page().getByText("Make attempt").first()).isVisible();
                rep.page().reload();
                assertThat(tasklist.selectedFilter()).containsText("My leads");
                assertThat(rep.complaints()).noneMatch(complaint -> complaint.matches("(401|403|5..) .*"));
            }
            String id = lead.get("id").asText();
            assertThat(operations.get("/api/v1/leads/" + id + "/timeline").body())
                    .contains("lead-accepted");
            assertThat(first.errors()).isEmpty();
            assertThat(second.errors()).isEmpty();
        }
    }

    private int rows(String table) {
        return sql.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
