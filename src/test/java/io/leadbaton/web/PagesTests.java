package io.leadbaton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyPart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our pages in a real browser: each is readable at the desk, on a phone and in the dark, and breaks no content policy. */
@LeadbatonTest
class PagesTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "pages");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LivePolicy live;

    @Autowired
    List<PolicyPart> parts;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        Assumptions.assumeTrue(Files.exists(CHROMIUM), "Install Chromium to see the pages.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void bringLeadsIn() {
        if (count("select count(*) from leadbaton.lead") == 0) {
            Http rep = Http.as("rep1", port);
            rep.post("/api/v1/leads", """
                    {"email": "ada.meyer@example.com", "phone": "+49 30 23125 001", "firstName": "Ada", "lastName": "Meyer",
                     "company": "Meyer Pumps", "jobTitle": "Head of purchasing", "city": "Berlin", "country": "Germany",
                     "channel": "web-form", "source": "Website", "message": "Please call me.\\nI have two questions.",
                     "intent": {"demoRequested": true}}""");
            for (int i = 0; i < 60; i++) {
                rep.post(
                        "/api/v1/leads", "{\"email\": \"lead%d@example.com\", \"channel\": \"web-form\"}".formatted(i));
            }
        }
    }

    @AfterEach
    void closePage() {
        if (context != null) {
            context.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "390,LIGHT", "1440,DARK", "390,DARK"})
    void areReadableAtEveryWidthAndInTheDark(int width, ColorScheme scheme) {
        logIn("manager1", width, scheme);
        String lead = jdbc.sql("select lead_id from leadbaton.lead_person where first_name = 'Ada'")
                .query(String.class)
                .single();

        for (Map.Entry<String, String> place : Map.of(
                        "home", "/",
                        "leads", "/leads",
                        "none", "/leads?q=nobody-has-this-name",
                        "lead", "/leads/" + lead,
                        "clock", "/clocks/" + brokenClock(lead),
                        "imports", "/imports",
                        "error", "/leads/unknown")
                .entrySet()) {
            page.navigate(address(place.getValue()));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(!place.getKey().equals("leads"))
                    .setPath(PICTURES.resolve("%s-%d-%s.png".formatted(place.getKey(), width, scheme))));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + place.getKey())
                    .isLessThanOrEqualTo(width);
            assertThat(page.locator("h1")).hasCount(1);
        }
        assertThat(complaints).isEmpty();
    }

    /** As an afternoon, a weekend and a pause would leave it. */
    private String brokenClock(String lead) {
        jdbc.sql("""
                        update leadbaton.sla_clock set state = 'missed', unit = 'businessMinutes', calendar = 'team', target = 60, calendar_id = 'default', calendar_version = 1,
                            explanation = cast(:explanation as jsonb), owner = 'rep1', due_at = '2030-03-11T09:00:00Z',
                            contested_at = now(), contested_by = 'rep1', contested_why = 'The lead asked for a call next week.'
                        where lead_id = :lead and clause = 'processed'
                        """).param("lead", lead).param("explanation", """
                        [{"from": "2030-03-08T15:30:00Z", "to": "2030-03-08T16:00:00Z", "kind": "counted", "reason": ""},
                         {"from": "2030-03-08T16:00:00Z", "to": "2030-03-11T08:00:00Z", "kind": "closed", "reason": "weekend"},
                         {"from": "2030-03-11T08:00:00Z", "to": "2030-03-11T08:30:00Z", "kind": "paused", "reason": "on hold"},
                         {"from": "2030-03-11T08:30:00Z", "to": "2030-03-11T09:00:00Z", "kind": "counted", "reason": ""}]""").update();
        return jdbc.sql("select id from leadbaton.sla_clock where lead_id = ? and clause = 'processed'")
                .param(lead)
                .query(String.class)
                .single();
    }

    @Test
    void findALeadAndTakeWhatWasHeardFromIt() {
        logIn("rep1", 1440, ColorScheme.LIGHT);
        page.navigate(address("/leads"));
        page.getByLabel("Search", new Page.GetByLabelOptions().setExact(true)).fill("meyer pumps");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ada Meyer"))
                .click();
        assertThat(page.getByText("Head of purchasing")).isVisible();
        assertThat(page.locator("a[href='tel:+493023125001']")).isVisible();

        page.getByText("Lead replied", new Page.GetByTextOptions().setExact(true))
                .press("Enter");
        page.getByLabel("Note").first().fill("Call me on Monday <b>please</b>");
        page.getByText("Confirm: Lead replied").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Noted.");
        assertThat(page.getByText("Call me on Monday <b>please</b>")).isVisible();
        assertThat(page.getByText("Erase the person behind this lead")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void leadFromPageToPage() {
        logIn("rep1", 1440, ColorScheme.LIGHT);
        page.navigate(address("/leads"));
        assertThat(page.locator("table.leads tbody tr")).hasCount(50);

        page.getByText("Older leads").click();

        assertThat(page.locator("table.leads tbody tr")).hasCount(11);
        page.getByText("Newest").click();
        assertThat(page.locator("table.leads tbody tr")).hasCount(50);
    }

    @Test
    void takeAFileAndShowHowFarItCame() {
        logIn("marketing1", 1440, ColorScheme.LIGHT);
        page.navigate(address("/imports"));
        assertThat(page.getByText("No file was imported yet")).isVisible();

        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "leads.csv",
                        "text/csv",
                        "Email\nfile@example.org\nbroken@\n".getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import"))
                .click();

        assertThat(page.getByText("1 created, 0 known already, 1 rejected")).isVisible();
        assertThat(page.getByText("Which and why")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("imported.png")));
        assertThat(complaints).isEmpty();
    }

    @Test
    void showWhatNeedsAttentionUntilItIsDone() {
        jdbc.sql("""
                        insert into leadbaton.notice (for_group, at, text) values ('sales-manager', now(), 'Nobody of the team is here.'),
                            ('marketing', now(), 'Not for a manager.')
                        """).update();
        logIn("manager1", 1440, ColorScheme.LIGHT);
        assertThat(page.getByText("Nobody of the team is here.")).isVisible();
        assertThat(page.getByText("Not for a manager.")).hasCount(0);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("attention.png")));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                .click();

        assertThat(page.getByText("Nobody of the team is here.")).hasCount(0);
        assertThat(count("select count(*) from leadbaton.notice where done_by = 'manager1'"))
                .isEqualTo(1);
        jdbc.sql("delete from leadbaton.notice").update();
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "390,LIGHT", "1440,DARK", "390,DARK"})
    void tellTheOwnerWhatIsInForceAndMayNotBeMeant(int width, ColorScheme scheme) {
        warn(
                new Fault("processes/routing.dmn", "anyLeadThenTeam", "row 5, column team", "'insdie' is no team"),
                new Fault(
                        "processes/cadencePlan.dmn",
                        "metUs",
                        "rows 8 to 12 never decide: row 7 takes all these leads"));
        logIn("owner1", width, scheme);

        assertThat(page.getByText("is in force since")).containsText("read when the service started, with 2 warnings.");
        assertThat(page.locator("#warnings"))
                .containsText("processes/routing.dmn anyLeadThenTeam (row 5, column team): 'insdie' is no team");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve("warnings-%d-%s.png".formatted(width, scheme))));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(Http.as("admin", port).get("/actuator/health").body())
                .contains("\"warnings\"", "'insdie' is no team");
        logIn("rep1", width, scheme);
        assertThat(page.getByText("is no team")).hasCount(0);
        assertThat(page.getByText("in force")).hasCount(0);
        warn();
    }

    private void warn(Fault... warnings) {
        live.accept(parts.get(0), List.of(warnings));
    }

    @Test
    void showARepOnlyTheRepsPlaces() {
        logIn("rep1", 390, ColorScheme.LIGHT);

        assertThat(page.getByText("my open leads")).isVisible();
        assertThat(page.locator("a[href='/camunda/app/tasklist/']").first()).isVisible();
        assertThat(page.locator("a[href='/camunda/app/cockpit/']")).hasCount(0);
        assertThat(page.locator("a[href='/camunda/app/admin/']")).hasCount(0);
    }

    private void logIn(String user, int width, ColorScheme scheme) {
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 404")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address("/login"));
        page.fill("#username", user);
        page.fill("#password", "demo");
        page.click("button[type=submit]");
        page.waitForURL(address("/") + "*");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
