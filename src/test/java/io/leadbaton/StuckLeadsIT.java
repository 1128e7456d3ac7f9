package io.leadbaton;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.rep.Rep;
import io.leadbaton.rep.Reps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager finds in Cockpit about promises that are overdue, in a real browser. */
@LeadbatonTest
class StuckLeadsIT {

    private static final Path PICTURES = Path.of("target", "pages");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    Reps reps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    private final List<LeadId> lateLeads = new ArrayList<>();
    private final List<PersonAtBrowser> others = new ArrayList<>();
    private PersonAtBrowser manager;
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
    void logIn() {
        manager = PersonAtBrowser.logsIn(chromium.browser(), "http://127.0.0.1:" + port, "manager1");
        page = manager.page();
    }

    @AfterEach
    void leave() {
        manager.close();
        others.forEach(PersonAtBrowser::close);
        others.clear();
        lateLeads.forEach(lead -> scenario.hears(lead, Signal.Type.OPTED_OUT));
        lateLeads.clear();
    }

    @Test
    void givesALeadFromTheDashboardInTwoClicks() {
        LeadId lead = late();
        String before = owner(lead);
        String after = otherThan(before);
        manager.opens("cockpit", ".dashboard");

        Locator row = row(lead, "First response");
        assertThat(row).containsText("Ada Meyer");
        assertThat(row).containsText(before);
        assertThat(row).containsText("min");
        row.getByText("Give it to").click();
        rep(after).click();

        assertThat(panel()).containsText("Ada Meyer was given to " + name(after) + ".");
        assertThat(row(lead, "First response")).containsText(after);
        assertThat(owner(lead)).isEqualTo(after);
        assertThat(scenario.task(lead, "acceptLead").getAssignee()).isEqualTo(after);
        assertThat(noteOf(lead)).isEqualTo("Overdue: first response");
        assertThat(manager.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"manager1, acceptLead", "operations1, acceptLead", "manager1, assignByHand", "operations1, assignByHand"
    })
    void givesALeadInThreeClicksFromTheBadgeInTheDiagram(String user, String step) {
        LeadId lead = step.equals("acceptLead") ? late() : lateWithoutOwner();
        String after = otherThan(owner(lead));
        PersonAtBrowser person = user.equals("manager1") ? manager : logIn(user);
        Page at = person.page();
        person.opens("cockpit", ".dashboard");
        at.evaluate("hash => { window.location.hash = hash }", diagram("handoff"));

        Locator badge = at.locator(".djs-overlays[data-container-id='" + step + "'] .leadbaton-overdue");
        badge.waitFor();
        picture(at, "badge-" + user + "-" + step);
        badge.click();
        assertThat(panel(at)).containsText("Stuck leads that wait at");
        row(at, lead, "First response").getByText("Give it to").click();
        picture(at, "give-" + user + "-" + step);
        rep(at, after).click();

        assertThat(panel(at)).containsText("Ada Meyer was given to " + name(after) + ".");
        assertThat(owner(lead)).isEqualTo(after);
        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
        assertThat(person.complaints()).isEmpty();
    }

    @Test
    void isUsedByKeyboardAlone() {
        LeadId lead = late();
        String after = otherThan(owner(lead));
        manager.opens("cockpit", ".dashboard");

        row(lead, "First response").getByText("Give it to").focus();
        page.keyboard().press("Enter");
        assertThat(dialog().locator("button:enabled").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(row(lead, "First response").getByText("Give it to")).isFocused();
        page.keyboard().press("Enter");
        assertThat(dialog().locator("button:enabled").first()).isFocused();
        while (!rep(after).evaluate("rep => rep === document.activeElement").equals(true)) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");

        assertThat(panel()).containsText("was given to");
        assertThat(owner(lead)).isEqualTo(after);
        assertThat(row(lead, "First response").getByText("Give it to")).isFocused();
        link("Instance of Ada Meyer, first response").press("Enter");
        page.waitForURL("**/process-instance/" + instance(lead, "lifecycle") + "/runtime**");
    }

    @Test
    void saysWhoWasFasterAndOffersTheChoiceAnew() {
        LeadId lead = late();
        String before = owner(lead);
        String first = otherThan(before);
        manager.opens("cockpit", ".dashboard");
        row(lead, "First response").getByText("Give it to").click();
        rep(first).waitFor();
        Http.as("operations1", port)
                .post(
                        "/api/v1/leads/%s/owner".formatted(lead),
                        "{\"rep\": \"%s\", \"reason\": \"Ill\"}".formatted(first));

        rep("rep3").click();

        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("operations1 on");
        assertThat(dialog()).containsText(first + " has it now.");
        assertThat(rep(first)).hasCount(0);
        picture(page, "give-second");
        rep("rep3").click();
        assertThat(panel()).containsText("was given to " + name("rep3"));
    }

    @Test
    void showsProcessOwnersNoNamesAndNothingToGive() {
        LeadId lead = late();
        PersonAtBrowser owner = logIn("owner1");

        owner.opens("cockpit", ".leadbaton-panel table");

        assertThat(row(owner.page(), lead, "First response")).containsText(shortId(lead));
        assertThat(panel(owner.page())).not().containsText("Meyer");
        assertThat(panel(owner.page())).not().containsText("Give it to");
    }

    @Test
    void saysWhomALeadWaitsForThatNobodyCanBeGiven() {
        LeadId lead = scenario.arrives(aHotLead());
        lateLeads.add(lead);
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit"));
        Scenario.passes(Duration.ofDays(4));

        manager.opens("cockpit", ".leadbaton-panel table");

        Locator row = row(lead, "Review of the rejection");
        assertThat(row).containsText("Marketing: Review rejection");
        assertThat(row.getByText("Give it to")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "390,LIGHT", "1440,DARK", "390,DARK"})
    void isReadableAtEveryWidthAndInTheDark(int width, ColorScheme scheme) {
        LeadId lead = late();
        lateWithoutOwner();
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        manager.opens("cockpit", ".leadbaton-panel table");
        picture(page, "stuck-%d-%s".formatted(width, scheme));

        row(lead, "First response").getByText("Give it to").click();
        rep("rep3").waitFor();

        picture(page, "give-%d-%s".formatted(width, scheme));
        assertThat(dialog().boundingBox().width).isLessThanOrEqualTo(width);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private String owner(LeadId lead) {
        return String.valueOf(scenario.lead(lead).owner());
    }

    private static String otherThan(String owner) {
        return owner.equals("rep1") ? "rep2" : "rep1";
    }

    private String name(String rep) {
        return reps.find(rep).orElseThrow().name();
    }

    private String noteOf(LeadId lead) {
        return jdbc.sql("select details ->> 'note' from leadbaton.lead_event where lead_id = ?"
                        + " and type = 'lead-assigned' order by seq desc limit 1")
                .param(lead.value())
                .query(String.class)
                .single();
    }

    @Test
    void hasAPageOfItsOwnWithAllOfThem() {
        LeadId lead = late();
        manager.opens("cockpit", ".dashboard");

        manager.clicks(AriaRole.LINK, "Stuck leads");

        assertThat(rows(page, lead)).hasCount(2);
        manager.clicks(AriaRole.LINK, "inside");
        assertThat(panel()).containsText("Stuck leads of inside");
        assertThat(rows(page, lead)).hasCount(2);
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void fitsAPhone() {
        late();
        page.setViewportSize(390, 844);

        manager.opens("cockpit", ".leadbaton-panel table");

        assertThat(panel().getByText("Give it to").first()).isInViewport();
        assertThat((Integer) page.evaluate("document.querySelector('.leadbaton-panel').scrollWidth"))
                .isLessThan(390);
    }

    @Test
    void saysSoAndTriesAgainWhileTheServiceDoesNotAnswer() {
        late();
        page.route("**/api/v1/stuck-leads**", Route::abort);
        manager.opens("cockpit", ".dashboard");

        assertThat(panel()).containsText("The stuck leads could not be loaded.");
        assertThat(page.getByText("Running Process Instances").first()).isVisible();
        page.unroute("**/api/v1/stuck-leads**");
        panel().getByRole(AriaRole.BUTTON).press("Enter");

        assertThat(panel().getByRole(AriaRole.TABLE)).isVisible();
        assertThat(panel()).not().containsText("could not be loaded");
    }

    @Test
    void keepsWhatItShowedWhenItCannotBeRenewed() {
        late();
        page.clock().install();
        manager.opens("cockpit", ".leadbaton-panel table");
        page.route("**/api/v1/stuck-leads**", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));

        page.clock().runFor(16_000);

        assertThat(panel()).containsText("could not be renewed");
        assertThat(panel().getByRole(AriaRole.TABLE)).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard", "menu"})
    void leavesTheRestOfCockpitWhenAPartCannotBeLoaded(String part) {
        page.route("**/scripts/leadbaton/" + part + ".js", Route::abort);

        manager.opens("cockpit", ".dashboard");

        assertThat(page.getByText("This part of Leadbaton could not be loaded."))
                .isVisible();
        assertThat(page.getByText("Running Process Instances").first()).isVisible();
    }

    @Test
    void marksInTheDiagramWhereLeadsAreLate() {
        late();
        manager.opens("cockpit", ".dashboard");

        page.evaluate("hash => { window.location.hash = hash }", diagram("handoff"));

        Locator badges = page.locator(".djs-overlays[data-container-id='acceptLead'] .leadbaton-badges");
        assertThat(badges).containsText(Pattern.compile("\\d+ open.*\\d+ late"));
        assertThat(badges)
                .hasAttribute("title", Pattern.compile("\\d+ open, \\d+ due within the hour, [1-9]\\d* overdue"));
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void keepsTheDiagramWhenItsFiguresCannotBeLoaded() {
        page.route("**/activities", Route::abort);
        manager.opens("cockpit", ".dashboard");

        page.evaluate("hash => { window.location.hash = hash }", diagram("handoff"));

        assertThat(page.getByText("What is overdue could not be loaded.")).isVisible();
        assertThat(page.locator("[data-element-id='acceptLead']").first()).isVisible();
    }

    @Test
    void leadsFromAnInstanceToTheLeadAndBack() {
        LeadId lead = late();
        scenario.fires(lead, "firstResponseDue");
        manager.opens("cockpit", ".dashboard");
        page.evaluate(
                "hash => { window.location.hash = hash }",
                "#/process-instance/" + instance(lead, "escalation") + "/runtime");

        manager.clicks(AriaRole.LINK, "Lead");
        page.waitForURL("**/leads/" + lead);
        manager.clicks(AriaRole.LINK, "Show in Cockpit");

        page.waitForURL("**/process-instance/" + instance(lead, "lifecycle") + "/runtime**");
        assertThat(page.locator(".leadbaton-way")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"cockpit, cockpit.js", "tasklist, lead.js"})
    void reachesBrowsersAfterAnUpdate(String application, String script) {
        String address = "/camunda/app/" + application + "/scripts/leadbaton/" + script + "?bust=7.24.0";

        APIResponse again = page.request()
                .get(address, RequestOptions.create().setHeader("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.headers()).containsEntry("cache-control", "no-cache").doesNotContainKey("last-modified");
    }

    @Test
    void isMadeOfScriptsThatCanBeRead() {
        manager.opens("cockpit", ".dashboard");

        Object read = page.evaluate("""
                async applications => {
                  let read = 0;
                  for (const application of applications) {
                    const base = `/camunda/app/${application}/`;
                    const {customScripts} = (await import(base + 'scripts/config.js')).default;
                    read += (await Promise.all(customScripts.map(script => import(base + script)))).length;
                  }
                  return read;
                }""", List.of("cockpit", "tasklist", "admin"));

        assertThat((Integer) read).isGreaterThanOrEqualTo(5);
    }

    private LeadId late() {
        LeadId lead = scenario.arrives(aHotLead());
        lateLeads.add(lead);
        Scenario.passes(Duration.ofMinutes(2));
        return lead;
    }

    private LeadId lateWithoutOwner() {
        List<String> all = reps.all().stream().map(Rep::userId).toList();
        all.forEach(rep -> reps.away(rep, null));
        LeadId lead = late();
        all.forEach(reps::back);
        return lead;
    }

    private PersonAtBrowser logIn(String user) {
        PersonAtBrowser person = PersonAtBrowser.logsIn(chromium.browser(), "http://127.0.0.1:" + port, user);
        others.add(person);
        return person;
    }

    private Locator row(LeadId lead, String promise) {
        return row(page, lead, promise);
    }

    private static Locator row(Page at, LeadId lead, String promise) {
        return rows(at, lead).filter(having(promise));
    }

    private static Locator rows(Page at, LeadId lead) {
        return panel(at).locator("tr:has(a[href*='" + lead + "'])");
    }

    private Locator rep(String rep) {
        return rep(page, rep);
    }

    private Locator rep(Page at, String rep) {
        return at.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).filter(having(name(rep)));
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator panel() {
        return panel(page);
    }

    private static Locator panel(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Stuck leads"));
    }

    private Locator link(String name) {
        return panel().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String shortId(LeadId lead) {
        return lead.value().substring(0, 8);
    }

    private String instance(LeadId lead, String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .variableValueEquals("leadId", lead.value())
                .list()
                .get(0)
                .getId();
    }

    private String diagram(String process) {
        return "#/process-definition/" + definition(process) + "/runtime";
    }

    private String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
