package io.leadbaton.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import io.leadbaton.Chromium;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.PersonAtBrowser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may open Cockpit finds every page of it working, with the rights and limits that we set. */
@LeadbatonTest
class CockpitPagesIT {

    private static final List<String> PAGES = List.of("dashboard", "processes", "decisions", "tasks");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "operations1", "owner1", "admin"})
    void everyPageOpensWithoutAComplaint(String user) {
        try (Chromium chromium = Chromium.open();
                PersonAtBrowser person = PersonAtBrowser.logsIn(chromium.browser(), "http://127.0.0.1:" + port, user)) {
            person.opens("cockpit", ".navbar-brand");
            for (String page : PAGES) {
                person.page().evaluate("page => { window.location.hash = '#/' + page }", page);
                person.page().waitForLoadState(LoadState.NETWORKIDLE);
            }

            assertThat(person.complaints()).isEmpty();
        }
    }
}
