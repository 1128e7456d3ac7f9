package io.leadbaton.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Chromium;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.PersonAtBrowser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Eight people open Tasklist at the same moment, and nobody looks at a blank page. */
@LeadbatonTest
class NineOClockIT {

    private static final List<String> PEOPLE =
            List.of("rep1", "rep2", "rep3", "rep4", "senior1", "manager1", "marketing1", "operations1");

    /** Once everybody has been told, all go at once. */
    private static final String GO = """
            at => setTimeout(() => location.assign('/camunda/app/tasklist/default/'), at - Date.now())
            """;

    @LocalServerPort
    int port;

    @Test
    void nobodyLooksAtABlankPage() {
        try (Chromium chromium = Chromium.open()) {
            List<PersonAtBrowser> people = PEOPLE.stream()
                    .map(user -> PersonAtBrowser.logsIn(chromium.browser(), "http://127.0.0.1:" + port, user))
                    .toList();

            double nine = System.currentTimeMillis() + 1_000;
            people.forEach(person -> person.page().evaluate(GO, nine));

            people.forEach(person ->
                    assertThat(person.page().locator(".task-filters").first()).isVisible());
            assertThat(people.stream().map(PersonAtBrowser::complaints).flatMap(List::stream))
                    .isEmpty();
        }
    }
}
