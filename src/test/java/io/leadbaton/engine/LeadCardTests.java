package io.leadbaton.engine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Clock;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lead card in a real browser, on a page built like the one of Tasklist. */
class LeadCardTests {

    private static final String TASKLIST = "http://tasklist.test/camunda/app/tasklist/";
    private static final String OPEN_TASK = """
            <!doctype html><base href="/camunda/app/tasklist/" app-root="/camunda">
            <ol><li class="task"><span class="due-date overdue">Due</span><div id="list"></div></li></ol>
            <section class="task-card"><header><h2>Make attempt</h2></header>
            <div class="tabbed-content"><form>the form</form></div></section>
            """;
    private static final String ADA = """
            {"now": "2026-11-21T12:00:00Z", "leadId": "1", "name": "Ada Meyer", "stage": "ON_HOLD", "url": "/leads/1",
             "due": "2026-11-21T12:03:00Z", "attempts": {"made": 2, "planned": 8},
             "person": {"company": "Meyer Pumps", "jobTitle": "Buyer", "phone": "+49 (30) 555-0100",
                        "email": "ada@example.com", "message": "Please call me."},
             "score": {"total": 64, "grade": "A", "reasons": ["Sent us a form"]},
             "place": {"timeZone": "America/New_York", "known": true},
             "promises": [
               {"clause": "nextAttempt", "clauseInWords": "next attempt", "state": "running",
                "dueAt": "2026-11-21T12:03:05Z", "soonAt": "2026-11-21T12:00:40Z"},
               {"clause": "disposition", "clauseInWords": "disposition", "state": "warned",
                "dueAt": "2026-11-23T12:00:00Z", "soonAt": "2026-11-01T12:00:00Z"},
               {"clause": "firstResponse", "clauseInWords": "first response", "state": "missed",
                "dueAt": "2026-11-21T11:48:00Z", "soonAt": "2026-11-21T11:47:00Z"}],
             "conversation": [
               {"at": "2026-11-20T09:12:00Z", "actor": "rep1", "summary": "No answer", "note": "Try the mobile."},
               {"at": "2026-11-19T09:12:00Z", "actor": "rep1", "summary": "Voicemail"},
               {"at": "2026-11-18T09:12:00Z", "actor": "rep2", "summary": "Accepted"},
               {"at": "2026-11-17T09:12:00Z", "actor": "form", "summary": "Received"}]}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Chromium chromium;

    private final Map<String, String> leads = new ConcurrentHashMap<>(Map.of("ada", ADA));
    private final List<String> questions = new CopyOnWriteArrayList<>();
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
        assertThat(card()).containsText("On hold · attempt 3 of 8");
        assertThat(card()).containsText("Score 64 of 100, grade A");
        assertThat(card()).containsText("Please call me.");
        assertThat(card()).containsText("No answer");
        assertThat(card()).containsText("Try the mobile.");
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
    void asksForTheAttemptOnTheCardAboveTheFormAndInTheList() {
        leads.put("dora", """
                {"name": "Dora Lee", "stage": "WORKING", "attempts": {"made": 1, "planned": 8},
                 "next": {"channel": "phone", "todo": "Call", "which": "attempt 2 of 8", "address": "+49 30 5550100",
                          "link": "tel:+49305550100"}}
                """);
        open("dora");
        page.evaluate("document.querySelector('form').className = 'fjs-container'");
        drawInList("dora");

        for (String place : List.of(".leadbaton-card", ".tabbed-content", "#list")) {
            Locator ask = page.locator(place + " .leadbaton-ask");
            assertThat(ask).hasText("Call +49 30 5550100 · attempt 2 of 8");
            assertThat(ask.getByRole(AriaRole.LINK)).hasAttribute("href", "tel:+49305550100");
        }
        assertThat(page.locator(".leadbaton-where")).hasText("Working");
    }

    @Test
    void asksWithoutAnAddressWhereTheChannelHasNone() {
        leads.put("eve", """
                {"name": "Eve", "stage": "WORKING", "next": {"channel": "linkedin", "todo": "LinkedIn message",
                 "which": "attempt 5 of 9", "address": null, "link": null}}
                """);

        open("eve");

        assertThat(page.locator(".leadbaton-card .leadbaton-ask")).hasText("LinkedIn message · attempt 5 of 9");
    }

    @Test
    void showsAsTextWhatAStrangerTyped() {
        leads.put("mallory", """
                {"name": "<img src=x onerror='document.title=1'>", "stage": "MQL", "url": "//evil.test/leads",
                 "person": {"phone": "javascript:alert(1)", "email": "a@b.c?bcc=x@y.z", "message": "<b>bold</b>"},
                 "conversation": [{"at": "", "actor": "<i>", "summary": "<u>", "note": "<s>struck</s>"}]}
                """);

        open("mallory");

        assertThat(card()).containsText("<img src=x");
        assertThat(card().locator("img, b, i, u, s")).hasCount(0);
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
    void countsDownByTheTimeOfTheService() {
        page.clock().install(new Clock.InstallOptions().setTime("2031-01-01T00:00:00Z"));
        open("ada");

        assertThat(promise("Next attempt")).hasText(Pattern.compile("3:0\\d left"));
        assertThat(promise("Next attempt")).hasAttribute("data-urgency", "none");
        page.route("**/api/**", Route::abort);
        page.clock().runFor(60_000);
        assertThat(promise("Next attempt")).hasText(Pattern.compile("[12]:\\d\\d left"));
        assertThat(promise("Next attempt")).hasAttribute("data-urgency", "soon");
        page.clock().runFor(150_000);
        assertThat(promise("Next attempt")).hasText(Pattern.compile("late by 0:\\d\\d"));
        assertThat(promise("Next attempt")).hasAttribute("data-urgency", "late");
    }

    @Test
    void turnsAmberWhenThereIsAWarningAndRedWhenTheTimeIsOver() {
        open("ada");

        assertThat(promise("Disposition")).hasText("1 d 23 h left");
        assertThat(promise("Disposition")).hasAttribute("data-urgency", "soon");
        assertThat(promise("First response")).hasText(Pattern.compile("late by 12:\\d\\d"));
        assertThat(promise("First response")).hasAttribute("data-urgency", "late");
    }

    @Test
    void saysWhatTimeItIsWhereTheLeadIs() {
        open("ada");

        assertThat(card())
                .containsText(Pattern.compile("Local time Sat,? 7:0\\d AM \\(America/New York\\) no calls now"));
    }

    @Test
    void saysWhenNobodyKnowsWhereTheLeadIs() {
        leads.put("bob", """
                {"now": "2026-11-21T12:00:00Z", "name": "Bob Lee", "stage": "WORKING",
                 "place": {"timeZone": "Europe/Berlin", "known": false}}
                """);

        open("bob");

        assertThat(card())
                .containsText(Pattern.compile("Time zone unknown; team’s time Sat,? 1:0\\d PM \\(Europe/Berlin\\)"));
        assertThat(card()).not().containsText("no calls now");
    }

    @Test
    void keepsEarlierTalkOneClickAway() {
        open("ada");

        assertThat(card().getByText("Received")).isHidden();
        card().getByText("1 earlier").click();

        assertThat(card().getByText("Received")).isVisible();
    }

    @Test
    void showsInTheListWhoItIsAndTheTimeLeftWithOneQuestionForAll() {
        leads.put("bob", "{\"name\": \"Bob Lee\", \"stage\": \"WORKING\"}");
        open("unknown");

        page.evaluate("""
                () => {
                  const draw = plugins.find(p => p.pluginPoint === 'tasklist.card').render;
                  for (const taskId of ['ada', 'bob', 'gone']) {
                    const place = document.createElement('div');
                    list.append(place);
                    draw(place, {taskId});
                  }
                }""");

        assertThat(page.locator("#list"))
                .hasText(Pattern.compile("Ada Meyer · Meyer Pumps\\s*Next attempt 3:0\\d left\\s*Bob Lee"));
        assertThat(questions).filteredOn(path -> path.endsWith("/leads")).hasSize(1);
    }

    @Test
    void marksATaskOverdueByTheTimeOfTheService() {
        leads.put("late", "{\"name\": \"Late\", \"stage\": \"WORKING\", \"due\": \"2026-11-21T11:59:00Z\"}");
        open("unknown");

        drawInList("ada");
        assertThat(page.locator("#list")).containsText("Ada Meyer");
        assertThat(page.locator("li.task")).not().hasClass(Pattern.compile("leadbaton-task-late"));
        drawInList("late");
        assertThat(page.locator("li.task")).hasClass(Pattern.compile("leadbaton-task-late"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-line", "lead-view", "leads-link"})
    void leavesTheRestOfTasklistWhenAPartCannotBeLoaded(String part) {
        page.route("**/" + part + ".js", Route::abort);

        open("ada");
        drawInList("ada");

        assertThat(page.locator("form")).isVisible();
        assertThat((Integer) page.evaluate("plugins.length")).isEqualTo(2);
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

    private void drawInList(String task) {
        page.evaluate("id => plugins.find(p => p.pluginPoint === 'tasklist.card').render(list, {taskId: id})", task);
    }

    private Locator promise(String name) {
        return card().locator(".leadbaton-promises li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("time");
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
        questions.add(path);
        if (path.equals("/api/v1/tasks/leads")) {
            fulfil(route, 200, list(URI.create(route.request().url()).getQuery()));
        } else if (path.startsWith("/api/v1/tasks/")) {
            String lead = leads.get(path.split("/")[4]);
            fulfil(route, lead == null ? 404 : 200, lead == null ? "" : lead);
        } else if (path.endsWith(".js")) {
            route.fulfill(
                    new Route.FulfillOptions().setContentType("text/javascript").setBody(script(path)));
        } else {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(OPEN_TASK));
        }
    }

    private static void fulfil(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(body));
    }

    private String list(String query) {
        ArrayNode tasks = JSON.createArrayNode();
        for (String task : query.replace("task=", "").split("&")) {
            if (leads.containsKey(task)) {
                tasks.add(line(task));
            }
        }
        return JSON.createObjectNode()
                .put("now", "2026-11-21T12:00:00Z")
                .set("tasks", tasks)
                .toString();
    }

    private JsonNode line(String task) {
        try {
            JsonNode lead = JSON.readTree(leads.get(task));
            ObjectNode line = JSON.createObjectNode().put("taskId", task);
            line.set("name", lead.get("name"));
            line.set("due", lead.get("due"));
            line.set("company", lead.at("/person/company"));
            line.set("next", lead.get("next"));
            line.set("promise", lead.at("/promises/0"));
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
