package io.leadbaton;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** What a manager finds in Cockpit about promises that are overdue, in a real browser. */
@LeadbatonTest
class StuckLeadsIT {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    private final List<LeadId> lateLeads = new ArrayList<>();
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
        lateLeads.forEach(lead -> scenario.hears(lead, Signal.Type.OPTED_OUT));
        lateLeads.clear();
    }

    @Test
    void leadsFromTheDashboardToAReassignedLeadInThreeClicks() {
        LeadId lead = late();
        String before = owner(lead);
        manager.opens("cockpit", ".dashboard");

        Locator row =
                panel().getByRole(AriaRole.ROW).filter(having(shortId(lead))).filter(having("First response"));
        assertThat(row).containsText(before);
        assertThat(row).containsText("min");
        row.getByText("Reassign").click();
        page.waitForURL("**/leads/" + lead + "#hand-over");
        page.getByLabel("Why").click();
        page.keyboard().type("The promise is broken.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand over"))
                .click();

        assertThat(page.locator(".facts")).not().containsText(before);
        assertThat(owner(lead)).startsWith("rep").isNotEqualTo(before);
        assertThat(manager.complaints()).isEmpty();
    }

    private String owner(LeadId lead) {
        return String.valueOf(scenario.lead(lead).owner());
    }

    @Test
    void isUsedByKeyboardAlone() {
        LeadId lead = late();
        manager.opens("cockpit", ".dashboard");

        link("Instance of lead " + shortId(lead) + ", first response").press("Enter");

        page.waitForURL("**/process-instance/" + instance(lead, "lifecycle") + "/runtime**");
    }

    @Test
    void hasAPageOfItsOwnWithAllOfThem() {
        LeadId lead = late();
        manager.opens("cockpit", ".dashboard");

        manager.clicks(AriaRole.LINK, "Stuck leads");

        assertThat(panel().getByRole(AriaRole.ROW).filter(having(shortId(lead))))
                .hasCount(2);
        manager.clicks(AriaRole.LINK, "inside");
        assertThat(panel()).containsText("Stuck leads of inside");
        assertThat(panel().getByRole(AriaRole.ROW).filter(having(shortId(lead))))
                .hasCount(2);
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void fitsAPhone() {
        late();
        page.setViewportSize(390, 844);

        manager.opens("cockpit", ".leadbaton-panel table");

        assertThat(panel().getByText("Reassign").first()).isInViewport();
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

        page.evaluate(
                "hash => { window.location.hash = hash }",
                "#/process-definition/" + definition("handoff") + "/runtime");

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

        page.evaluate(
                "hash => { window.location.hash = hash }",
                "#/process-definition/" + definition("handoff") + "/runtime");

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

    private Locator panel() {
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

    private String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
