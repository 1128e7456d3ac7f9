package io.leadbaton.lead.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.leadbaton.Chromium;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Stage;
import io.leadbaton.rep.Reps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager at the page of a lead, with mouse or keyboard, with scripts or without. */
@LeadbatonTest
class ManagedLeadPagesTests {

    private static final Path PICTURES = Path.of("target", "pages");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    Reps reps;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private BrowserContext context;
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

    @AfterEach
    void everybodyComesBack() {
        ClockUtil.reset();
        reps.all().forEach(rep -> reps.back(rep.userId()));
        if (context != null) {
            context.close();
        }
    }

    @Test
    void givesTheLeadToSomebodyElseWithTheKeyboardAlone() {
        LeadId lead = inWork();
        logIn("manager1", 1440, ColorScheme.LIGHT, false);
        open(lead, "#hand-over");
        String other = otherThan(lead);

        page.getByLabel("New owner").selectOption(other);
        page.getByLabel("New owner").press("Tab");
        page.keyboard().type("Rita is ill");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The lead has changed hands.");
        assertThat(page.getByText("Rita is ill")).isVisible();
        assertThat(scenario.lead(lead).owner()).isEqualTo(other);
        assertThat(scenario.task(lead, "makeAttempt").getAssignee()).isEqualTo(other);
    }

    @Test
    void saysNextToTheFormWhyNotAndKeepsWhatWasTyped() {
        LeadId lead = inWork();
        logIn("operations1", 390, ColorScheme.DARK, false);
        open(lead, "#hand-over");
        String other = otherThan(lead);
        page.getByLabel("New owner").selectOption(other);
        page.getByLabel("Why").fill("Fair share");
        reps.away(other, null);

        button("Hand over").click();

        assertThat(page.locator("#hand-over [role=alert]")).containsText("Choose somebody who is there");
        assertThat(page.getByLabel("Why")).hasValue("Fair share");
        assertThat(scenario.lead(lead).owner()).isNotEqualTo(other);
        picture("refused-hand-over");
    }

    @Test
    void givesALeadThatNobodyHas() {
        List.of("rep1", "rep2", "rep3", "rep4").forEach(rep -> reps.away(rep, null));
        LeadId lead = scenario.arrives(aHotLead());
        reps.back("rep2");
        logIn("manager1", 1440, ColorScheme.LIGHT, false);
        open(lead, "#hand-over");
        assertThat(page.locator("#hand-over")).containsText("It waits for sales operations: Assign a rep by hand");
        assertThat(page.locator("option[value=rep1]")).hasAttribute("disabled", "disabled");
        picture("unowned");

        page.getByLabel("New owner").selectOption("rep2");
        button("Give").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The lead has an owner now.");
        assertThat(scenario.lead(lead).owner()).isEqualTo("rep2");
        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
    }

    @Test
    void saysNextToTheFormWhoWasFaster() {
        LeadId lead = inWork();
        String other = otherThan(lead);
        logIn("manager1", 1440, ColorScheme.LIGHT, false);
        open(lead, "#hand-over");
        String third = "rep3".equals(scenario.lead(lead).owner()) ? "rep4" : "rep3";
        String body = "{\"rep\": \"%s\", \"reason\": \"Ill\"}".formatted(third);
        Http.as("operations1", port).post("/api/v1/leads/%s/owner".formatted(lead), body);

        page.getByLabel("New owner").selectOption(other);
        page.getByLabel("Why").fill("Fair share");
        button("Hand over").click();

        assertThat(page.locator("#hand-over [role=alert]")).containsText("operations1 on");
        assertThat(scenario.lead(lead).owner()).isEqualTo(third);
    }

    @Test
    void remindsThoseWhoHaveToLookAtItFirst() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit"));
        logIn("manager1", 390, ColorScheme.DARK, false);
        open(lead, "");
        assertThat(page.locator("#waits")).containsText("Marketing has this lead: Review rejection");
        picture("elsewhere");

        button("Remind marketing").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("They find it on their home page now.");
        context.close();
        logIn("marketing1", 1440, ColorScheme.LIGHT, false);
        assertThat(page.locator("main")).containsText("manager1 asks you to look at this lead: Review rejection.");
    }

    @Test
    void leadsSalesOperationsToTheTaskThatTheLeadWaitsFor() {
        LeadId lead = scenario.arrivesUnassessed(aHotLead());
        logIn("operations1", 1440, ColorScheme.LIGHT, true);
        open(lead, "");

        page.getByText("Open the task").click();

        page.waitForURL("**/tasklist/**task=" + scenario.openTasks(lead).get(0).getId() + "**");
    }

    @Test
    void letsALeadRestAndGoOn() {
        LeadId lead = inWork();
        logIn("manager1", 1440, ColorScheme.LIGHT, false);
        open(lead, "");

        page.getByLabel("Until (UTC)").fill("2001-01-01T10:00");
        button("Put on hold").click();
        assertThat(page.locator("#hold [role=alert]")).containsText("date in the future");
        page.getByLabel("Until (UTC)").fill("2099-01-01T10:00");
        button("Put on hold").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The lead rests");
        assertThat(scenario.stage(lead)).isEqualTo(Stage.ON_HOLD);
        button("Resume now").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Work goes on");
    }

    @Test
    void setsGoingAgainWhatBroke() {
        LeadId lead = inWork();
        String timer = scenario.timer(lead, "dispositionDue").getId();
        management.setJobRetries(timer, 0);
        logIn("operations1", 1440, ColorScheme.LIGHT, true);
        open(lead, "");
        picture("broken");

        button("Try again").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("It is being tried once more.");
        assertThat(page.getByText("Something broke")).hasCount(0);
        assertThat(scenario.timer(lead, "dispositionDue").getRetries()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "390, DARK"})
    void letsALeadOfAnOlderPolicyContinueUnderTheOneInForce(int width, ColorScheme colours) {
        LeadId lead = inWork();
        jdbc.sql("update leadbaton.lead set policy_version = 'an-older-one' where id = ?")
                .param(lead.value())
                .update();
        logIn("manager1", width, colours, false);
        open(lead, "#retry");
        picture("older-policy-" + width);

        button("Continue under the policy in force").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The lead goes on under the policy in force.");
        assertThat(page.getByText("Goes on under the policy in force, ")).isVisible();
        assertThat(button("Continue under the policy in force")).hasCount(0);
        assertThat(scenario.stage(lead)).isEqualTo(Stage.WORKING);
        picture("newer-policy-" + width);
    }

    @Test
    void excusesABreachWithAReason() {
        LeadId lead = inWork();
        scenario.runsOut(lead, "nextAttempt");
        logIn("manager1", 1440, ColorScheme.LIGHT, false);
        open(lead, "");

        page.getByText("Excuse: Next attempt").click();
        page.getByLabel("Reason").fill("   ");
        button("Excuse next attempt").click();
        assertThat(page.locator("#excuse [role=alert]")).containsText("Say why");
        page.getByLabel("Reason").fill("The line was down");
        picture("excuse");
        button("Excuse next attempt").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Excused");
        assertThat(page.getByText("Broken promises")).hasCount(0);
        assertThat(scenario.clockState(lead, "nextAttempt")).isEqualTo("excused");
    }

    @Test
    void correctsAnAttemptBesideIt() {
        LeadId lead = inWork();
        logIn("manager1", 390, ColorScheme.LIGHT, false);
        open(lead, "");

        page.getByText("Correct this attempt").press("Enter");
        page.getByLabel("What really came of it").selectOption("call-back");
        page.getByLabel("Note").last().fill("Pressed the wrong one");
        button("Correct").click();
        assertThat(page.locator("#attempt-1 [role=alert]")).containsText("put the lead on hold");
        assertThat(page.getByLabel("Note").last()).hasValue("Pressed the wrong one");
        picture("refused-correction");
        page.getByLabel("What really came of it").selectOption("voicemail");
        button("Correct").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The attempt was corrected.");
        assertThat(page.locator("#attempt-1")).containsText("Voicemail");
        assertThat(page.locator("#attempt-1")).containsText("Was “No answer” until manager1 corrected it");
        picture("corrected");
    }

    @Test
    void letsARepCorrectOnlyTheirOwnFreshAttempt() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "no-answer");
        String owner = String.valueOf(scenario.lead(lead).owner());
        logIn(owner, 1440, ColorScheme.LIGHT, true);
        open(lead, "");
        assertThat(page.getByText("Correct this attempt")).isVisible();

        Scenario.passes(Duration.ofMinutes(16));
        page.reload();
        assertThat(page.getByText("Correct this attempt")).hasCount(0);
    }

    @Test
    void keepsThePanelFromEverybodyElse() {
        LeadId lead = inWork();
        logIn("rep1", 1440, ColorScheme.LIGHT, true);
        open(lead, "");

        assertThat(page.getByText("Manage this lead")).hasCount(0);
        assertThat(page.locator("summary", new Page.LocatorOptions().setHasText("Put on hold")))
                .isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "390,LIGHT", "1440,DARK", "390,DARK"})
    void isReadableAtEveryWidthAndInTheDark(int width, ColorScheme scheme) {
        LeadId lead = inWork();
        logIn("manager1", width, scheme, true);
        open(lead, "#hand-over");

        picture("managed-%d-%s".formatted(width, scheme));

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    private LeadId inWork() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "no-answer");
        scenario.fires(lead, "attemptPlanned");
        return lead;
    }

    private void logIn(String user, int width, ColorScheme scheme, boolean scripts) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(scripts));
        page = context.newPage();
        page.navigate("/login");
        page.fill("#username", user);
        page.fill("#password", "demo");
        page.click("button[type=submit]");
        page.waitForURL("**/");
    }

    private void open(LeadId lead, String place) {
        page.navigate("/leads/" + lead + place);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    private String otherThan(LeadId lead) {
        String owner = scenario.lead(lead).owner();
        return Stream.of("rep1", "rep2")
                .filter(rep -> !rep.equals(owner))
                .findFirst()
                .orElseThrow();
    }
}
