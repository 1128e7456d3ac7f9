package io.leadbaton;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.leadbaton.lead.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reads or types a time does so by the clock on their own wall, on the days too on which it is set. */
@LeadbatonTest
class OwnTimeZoneIT {

    private static final String NEW_YORK = "America/New_York";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    JdbcClient jdbc;

    private LeadId lead;

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

    @BeforeEach
    void oneLeadIsInWork() {
        Http operations = Http.as("operations1", port);
        for (String other : List.of("rep2", "rep3", "rep4", "senior1")) {
            String availability = "/api/v1/reps/" + other + "/availability";
            operations.send("PUT", availability, "{\"available\": false}", Map.of("Content-Type", "application/json"));
        }
        lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York | 2031-01-15T14:00 | 2031-01-15T19:00:00Z | Wed, Jan 15, 2031, 2:00 PM (America/New York)
            America/New_York | 2031-03-09T03:30 | 2031-03-09T07:30:00Z | Sun, Mar 9, 2031, 3:30 AM (America/New York)
            America/New_York | 2031-11-02T01:30 | 2031-11-02T05:30:00Z | Sun, Nov 2, 2031, 1:30 AM (America/New York)
            Asia/Tokyo       | 2031-01-15T14:00 | 2031-01-15T05:00:00Z | Wed, Jan 15, 2031, 2:00 PM (Asia/Tokyo)
            """)
    void restsUntilTheTimeThatAManagerTyped(String zone, String typed, Instant meant, String told) {
        try (PersonAtBrowser manager = logsIn("manager1", zone)) {
            Page page = manager.page();
            page.navigate("/leads/" + lead.value());
            assertThat(page.locator("#hold label").first()).containsText("Until (" + zone.replace('_', ' ') + ")");
            page.locator("#hold input[name=until]").fill(typed);
            manager.clicks(AriaRole.BUTTON, "Put on hold");

            assertThat(fact(page, "On hold until")).hasText(told);
            assertThat(scenario.lead(lead).holdUntil()).isEqualTo(meant);
            assertThat(manager.complaints()).isEmpty();
        }
    }

    @Test
    void refusesATimeThatTheClocksSkip() {
        try (PersonAtBrowser rep = logsIn("rep1", NEW_YORK)) {
            rep.page().navigate("/leads/" + lead.value());
            rep.page()
                    .getByText("Put on hold", new Page.GetByTextOptions().setExact(true))
                    .click();
            Locator until = rep.page().locator("input[name=until]");

            until.fill("2031-03-09T02:30");
            assertThat((String) until.evaluate("field => field.validationMessage"))
                    .contains("skip this time");
            until.fill("2031-03-09T01:30");
            assertThat((String) until.evaluate("field => field.validationMessage"))
                    .isEmpty();
            rep.page().getByText("Confirm: Put on hold").click();

            assertThat(fact(rep.page(), "On hold until")).containsText("1:30 AM");
            assertThat(scenario.lead(lead).holdUntil()).isEqualTo(Instant.parse("2031-03-09T06:30:00Z"));
        }
    }

    @Test
    void staysInUtcAndSaysSoWithoutScripts() {
        Browser.NewContextOptions plain = new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setTimezoneId(NEW_YORK)
                .setJavaScriptEnabled(false);
        try (BrowserContext context = chromium.browser().newContext(plain)) {
            Page page = context.newPage();
            page.navigate("/login");
            page.getByLabel("User").fill("manager1");
            page.getByLabel("Password").fill("demo");
            page.keyboard().press("Enter");
            page.waitForURL("**/");
            page.navigate("/leads/" + lead.value());
            assertThat(page.locator("#hold label").first()).containsText("Until (UTC)");
            page.locator("#hold input[name=until]").fill("2031-01-15T14:00");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put on hold"))
                    .click();

            assertThat(fact(page, "On hold until")).hasText("15 Jan 2031, 14:00 UTC");
            assertThat(scenario.lead(lead).holdUntil()).isEqualTo(Instant.parse("2031-01-15T14:00:00Z"));
        }
    }

    @ParameterizedTest
    @CsvSource({"America/New_York, 2031-01-15T19:00:00Z", "Asia/Tokyo, 2031-01-15T05:00:00Z"})
    void callsBackWhenTheRepSaidSoInTasklist(String zone, Instant meant) {
        scenario.fires(lead, "attemptPlanned");
        try (PersonAtBrowser rep = logsIn("rep1", zone)) {
            TasklistPage tasklist = TasklistPage.openedBy(rep);
            assertThat(rep.page().locator("#footer-timezone")).containsText(zone);
            tasklist.opensTask("Ada Meyer", "Make attempt");
            tasklist.chooses("How did it go?", "They want to be called back");
            Locator fields = tasklist.form().locator(".fjs-form-field-datetime input");
            fields.first().fill("01/15/2031");
            fields.first().press("Tab");
            fields.last().fill("14:00");
            fields.last().press("Tab");
            tasklist.completesTask("Ada Meyer", "Make attempt");

            assertThat(scenario.lead(lead).holdUntil()).isEqualTo(meant);
            rep.page().navigate("/leads/" + lead.value());
            assertThat(fact(rep.page(), "On hold until")).containsText("Jan 15, 2031, 2:00 PM");
        }
    }

    @Test
    void tellsDeadlinesWithTheirZoneAndSentencesInOnesOwn() {
        String clock = jdbc.sql("select id from leadbaton.sla_clock where lead_id = ? and clause = 'firstResponse'")
                .param(lead.value())
                .query(String.class)
                .single();
        jdbc.sql("update leadbaton.sla_clock set due_at = '2031-01-15T19:00:00Z' where id = ?")
                .param(clock)
                .update();
        try (PersonAtBrowser rep = logsIn("rep1", NEW_YORK)) {
            Page page = rep.page();
            page.navigate("/clocks/" + clock);

            assertThat(fact(page, "Due")).hasText("Wed, Jan 15, 2031, 2:00 PM (America/New York)");
            assertThat(fact(page, "Time")).hasText("1 minute");
            assertThat(page.getByText("Times in America/New York").first()).isVisible();
            assertThat(page.evaluate("""
                    async () => (await import('/js/zone.js')).inOwnZone('rep1 on 2031-01-15 19:00 UTC: Accepted.')""")).asString().matches("rep1 on Jan 15, 2031, 2:00\\h?PM: Accepted\\.");
            assertThat(rep.complaints()).isEmpty();
        }
    }

    private static Locator fact(Page page, String name) {
        return page.locator("dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))
                .locator("xpath=following-sibling::dd[1]");
    }

    private PersonAtBrowser logsIn(String user, String zone) {
        return PersonAtBrowser.logsIn(chromium.browser(), "http://127.0.0.1:" + port, user, zone);
    }
}
