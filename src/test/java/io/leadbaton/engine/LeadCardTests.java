package io.leadbaton.engine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.leadbaton.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lead card in a real browser, on a page built like the one of Tasklist. */
class LeadCardTests {

    private static final String TASKLIST = "http://tasklist.test/camunda/app/tasklist/";
    private static final String OPEN_TASK = """
            <!doctype html><base href="/camunda/app/tasklist/" app-root="/camunda">
            <div id="list"></div>
            <section class="task-card"><header><h2>Make attempt</h2></header>
            <div class="tabbed-content"><form>the form</form></div></section>
            """;
    private static final String ADA = """
            {"leadId": "1", "name": "Ada Meyer", "company": "Meyer Pumps", "phone": "+49 (30) 555-0100",
             "email": "ada@example.com", "stage": "ON_HOLD", "attempts": {"made": 2, "planned": 8}, "url": "/leads/1",
             "events": [{"at": "2026-11-20T09:12:00Z", "actor": "rep1", "type": "attempt-logged", "summary": "No answer"}]}
            """;

    private static Chromium chromium;

    private final Map<String, String> leads = new ConcurrentHashMap<>(Map.of("ada", ADA));
    private Page page;

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
    void openPage() {
        page = chromium.browser().newPage();
        page.route("**/*", this::answer);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void standsBetweenTheHeadOfTheTaskAndItsForm() {
        open("ada");

        assertThat(card()).containsText("Ada Meyer");
        assertThat(card()).containsText("Meyer Pumps");
        assertThat(card()).containsText("On hold · 2 of 8 attempts made");
        assertThat(card()).containsText("No answer");
        assertThat(page.locator(".leadbaton-card + .tabbed-content form")).isVisible();
    }

    @Test
    void callsAndWritesWithOneClick() {
        open("ada");

        assertThat(link("+49 (30) 555-0100")).hasAttribute("href", "tel:+49305550100");
        assertThat(link("ada@example.com")).hasAttribute("href", "mailto:ada@example.com");
        assertThat(link("Whole story")).hasAttribute("href", "/leads/1");
    }

    @Test
    void showsAsTextWhatAStrangerTyped() {
        leads.put("mallory", """
                {"name": "<img src=x onerror='document.title=1'>", "phone": "javascript:alert(1)", "stage": "MQL",
                 "email": "a@b.c?bcc=x@y.z", "url": "//evil.test/leads", "events": []}
                """);

        open("mallory");

        assertThat(card()).containsText("<img src=x");
        assertThat(card().locator("img")).hasCount(0);
        assertThat(card().locator("a[href^='javascript']")).hasCount(0);
        assertThat(link("a@b.c?bcc=x@y.z")).hasAttribute("href", "mailto:a@b.c%3Fbcc%3Dx%40y.z");
        assertThat(link("Whole story")).hasCount(0);
    }

    @Test
    void followsTheTaskThatIsOpened() {
        leads.put("bob", "{\"name\": \"Bob Lee\", \"stage\": \"WORKING\"}");
        open("ada");
        assertThat(card()).containsText("Ada Meyer");

        page.evaluate("history.pushState(null, '', '#/?task=bob'); document.querySelector('h2').textContent = 'Other'");

        assertThat(card()).containsText("Bob Lee");
        assertThat(card()).not().containsText("Ada Meyer");
    }

    @Test
    void staysAwayFromATaskWithoutALead() {
        open("unknown");

        assertThat(card()).isHidden();
        assertThat(page.locator("form")).isVisible();
    }

    @Test
    void offersAnotherTryWhenTheLeadCannotBeLoaded() {
        leads.put("carol", "not JSON");
        open("carol");
        assertThat(card()).containsText("could not be loaded");

        leads.put("carol", "{\"name\": \"Carol\", \"stage\": \"WORKING\"}");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                .press("Enter");

        assertThat(card()).containsText("Carol");
    }

    @Test
    void namesTheLeadInTheListOfTasks() {
        open("ada");

        page.evaluate("plugins.find(p => p.pluginPoint === 'tasklist.card').render(list, {taskId: 'ada'})");

        assertThat(page.locator("#list")).hasText("Ada Meyer · Meyer Pumps");
    }

    @Test
    void isNamedInTheConfigurationThatKeepsTheShippedShortcuts() {
        open("ada");

        Object config = page.evaluate("async () => (await import('./scripts/config.js')).default");

        assertThat(config)
                .asInstanceOf(MAP)
                .containsEntry("customScripts", List.of("scripts/leadbaton/lead.js", "../../../js/one-login.js"))
                .extractingByKey("shortcuts", MAP)
                .containsOnlyKeys("claimTask", "focusFilter", "focusList", "focusForm", "startProcess");
    }

    @Test
    void leavesTheShutLoginFormForTheOneLoginPage() {
        open("ada");

        // Without waiting for its end: the page it runs in goes away.
        page.evaluate("() => { location.hash = '#/login'; setTimeout(() => import('/js/one-login.js')); }");

        page.waitForURL("**/login");
    }

    private void open(String task) {
        page.navigate(TASKLIST + "#/?task=" + task);
        page.evaluate("async () => { window.plugins = (await import('./scripts/leadbaton/lead.js')).default; }");
        page.evaluate("document.body.append('drawn')");
    }

    private Locator card() {
        return page.locator(".leadbaton-card");
    }

    private Locator link(String text) {
        return card().getByText(text, new Locator.GetByTextOptions().setExact(true))
                .locator("xpath=self::a");
    }

    private void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        if (path.startsWith("/api/v1/tasks/")) {
            String lead = leads.get(path.split("/")[4]);
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(lead == null ? 404 : 200)
                    .setContentType("application/json")
                    .setBody(lead == null ? "" : lead));
        } else if (path.endsWith(".js")) {
            route.fulfill(
                    new Route.FulfillOptions().setContentType("text/javascript").setBody(script(path)));
        } else {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(OPEN_TASK));
        }
    }

    private static String script(String path) {
        String resource = (path.startsWith("/js/") ? "/static" : "/META-INF/resources/webjars") + path;
        try (InputStream file = LeadCardTests.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
