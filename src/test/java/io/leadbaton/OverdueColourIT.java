package io.leadbaton;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Red is what is overdue, wherever in the world somebody sits; Tasklist alone gets this wrong in most zones. */
@LeadbatonTest
class OverdueColourIT {

    private static final String RED = "rgb(181, 21, 43)";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Asia/Kolkata"})
    void marksWhatIsOverdueAndNothingElse(String zone) {
        List<String> names = List.of("Late" + zone.length(), "Soon" + zone.length());
        due(arrives(names.get(0)), Duration.ofMinutes(-2));
        due(arrives(names.get(1)), Duration.ofMinutes(30));
        try (PersonAtBrowser rep =
                PersonAtBrowser.logsIn(chromium.browser(), "http://127.0.0.1:" + port, "rep1", zone)) {
            TasklistPage tasklist = TasklistPage.openedBy(rep);

            assertThat(dateInList(tasklist, names.get(0))).hasCSS("color", RED);
            assertThat(dateInList(tasklist, names.get(1))).not().hasCSS("color", RED);
            for (String name : names) {
                tasklist.opensTask(name + " Meyer", "Accept or reject lead");
                Locator date = rep.page().locator("section.task-card .due-date span[am-time-ago]");
                assertThat(tasklist.leadCard()).containsText(name);
                assertThat(date.evaluate("date => getComputedStyle(date).color === '" + RED + "'"))
                        .as(name)
                        .isEqualTo(name.startsWith("Late"));
            }
            assertThat(rep.complaints()).isEmpty();
        }
    }

    private static Locator dateInList(TasklistPage tasklist, String name) {
        return tasklist.task(name + " Meyer", "Accept or reject lead").locator(".due-date");
    }

    private Task arrives(String firstName) {
        Http operations = Http.as("operations1", port);
        for (String other : List.of("rep2", "rep3", "rep4", "senior1")) {
            operations.send(
                    "PUT",
                    "/api/v1/reps/" + other + "/availability",
                    "{\"available\": false}",
                    Map.of("Content-Type", "application/json"));
        }
        String id = Http.json(operations.post("/api/v1/leads", """
                        {"firstName": "%s", "lastName": "Meyer", "email": "%s@example.com", "phone": "+493012345678",
                         "country": "Germany", "channel": "web-form"}
                        """.formatted(firstName, firstName)))
                .get("id")
                .asText();
        return tasks.createTaskQuery().processInstanceBusinessKey(id).singleResult();
    }

    private void due(Task task, Duration in) {
        task.setDueDate(new Date(ClockUtil.getCurrentTime().getTime() + in.toMillis()));
        tasks.saveTask(task);
    }
}
