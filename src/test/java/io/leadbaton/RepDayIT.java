package io.leadbaton;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A day of a rep and a look of a manager, in a real browser against the running service. */
@LeadbatonTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
class RepDayIT {

    private static final String ACCEPT = "Accept or reject lead";

    private static Chromium chromium;

    private final List<PersonAtBrowser> people = new ArrayList<>();
    private Http operations;
    private String service;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    /** Closing the service would take Cockpit away from all other services of this JVM, so only its timers rest. */
    @AfterAll
    static void closeBrowser(@Autowired JobExecutor timers) {
        timers.shutdown();
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void leaveAllLeadsToOneRep(@LocalServerPort int port) {
        service = "http://127.0.0.1:" + port;
        operations = Http.as("operations1", port);
        for (String other : List.of("rep2", "rep3", "rep4", "senior1")) {
            String availability = "/api/v1/reps/" + other + "/availability";
            operations.send("PUT", availability, "{\"available\": false}", Map.of("Content-Type", "application/json"));
        }
    }

    @AfterEach
    void leave() {
        people.forEach(PersonAtBrowser::close);
    }

    @Test
    void carriesLeadsFromAcceptanceToAWonDealByMouseAlone() {
        String ada = arrives("Ada");
        String bob = arrives("Bob");
        PersonAtBrowser rep = logsIn("rep1");
        TasklistPage tasklist = TasklistPage.openedBy(rep);
        assertThat(tasklist.selectedFilter()).containsText("My leads");

        tasklist.opensTask("Ada Meyer", ACCEPT);
        assertThat(tasklist.leadCard()).containsText("Meyer Pumps");
        assertThat(tasklist.leadCard().locator("a[href='tel:+493012345678']")).isVisible();
        accepts(tasklist, "Ada Meyer");
        isAskedToCall(tasklist, "Ada Meyer");
        logsAttempt(tasklist, "Ada Meyer", "No answer");
        assertThat(lead(ada)).contains("\"stage\":\"WORKING\"", "\"made\":1");
        assertThat(timeline(ada)).contains("Attempt 1 of 8 by phone: no answer");

        accepts(tasklist, "Bob Meyer");
        logsAttempt(tasklist, "Bob Meyer", "We talked");
        qualifies(tasklist, "Bob Meyer");
        winsTheDeal(tasklist, "Bob Meyer");
        assertThat(lead(bob)).contains("\"stage\":\"WON\"");

        assertThat(rep.complaints()).isEmpty();
    }

    @Test
    void saysInTasklistWhyARejectionIsNotTaken() {
        arrives("Carol");
        PersonAtBrowser rep = logsIn("rep1");
        TasklistPage tasklist = TasklistPage.openedBy(rep);

        tasklist.opensTask("Carol Meyer", ACCEPT);
        tasklist.ticks("I reject it");
        tasklist.chooses("Why not?", "Something else");
        tasklist.completes();

        assertThat(tasklist.refusal()).containsText("note");
        assertThat(tasklist.task("Carol Meyer", ACCEPT)).isVisible();
        assertThat(rep.complaints()).hasSize(1).first().asString().startsWith("400 ");
    }

    @Test
    void showsAManagerWhereALeadIs() {
        arrives("Dora");
        PersonAtBrowser manager = logsIn("manager1");
        manager.opens("cockpit", ".dashboard");
        Page cockpit = manager.page();

        manager.clicks(AriaRole.LINK, "Processes");
        assertThat(cockpit.getByRole(AriaRole.LINK, exactly("Contact plan"))).isVisible();
        manager.clicks(AriaRole.LINK, "Lead lifecycle");
        assertThat(badgeAt(cockpit, "handoff")).isVisible();
        manager.clicks(AriaRole.LINK, "Human Tasks");
        assertThat(cockpit.getByText("Assignments by group")).isVisible();

        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void keepsARepOutOfCockpitWithAFriendlyPage() {
        PersonAtBrowser rep = logsIn("rep1");

        rep.page().navigate("/camunda/app/cockpit/");

        assertThat(rep.page().getByRole(AriaRole.HEADING)).hasText("This is not for your role");
        assertThat(rep.complaints()).hasSize(1).first().asString().startsWith("403 ");
    }

    private static void accepts(TasklistPage tasklist, String lead) {
        tasklist.opensTask(lead, ACCEPT);
        tasklist.ticks("I take it");
        tasklist.completesTask(lead, ACCEPT);
    }

    private static void isAskedToCall(TasklistPage tasklist, String lead) {
        String ask = "Call +493012345678 · attempt 1 of 8";
        tasklist.opensTask(lead, "Make attempt");
        assertThat(tasklist.leadCard().locator(".leadbaton-ask")).hasText(ask);
        assertThat(tasklist.askAboveForm()).hasText(ask);
        assertThat(tasklist.task(lead, "Make attempt")).containsText(ask);
        assertThat(tasklist.select("Reach out by")).containsText("Phone call");
    }

    private static void logsAttempt(TasklistPage tasklist, String lead, String outcome) {
        tasklist.opensTask(lead, "Make attempt");
        tasklist.chooses("How did it go?", outcome);
        tasklist.writesNote("As promised.");
        tasklist.completesTask(lead, "Make attempt");
    }

    private static void qualifies(TasklistPage tasklist, String lead) {
        tasklist.opensTask(lead, "Qualify lead");
        tasklist.ticks("Qualified: there is a deal to win");
        tasklist.completesTask(lead, "Qualify lead");
    }

    private static void winsTheDeal(TasklistPage tasklist, String lead) {
        tasklist.opensTask(lead, "Open opportunity");
        tasklist.completesTask(lead, "Open opportunity");
        tasklist.opensTask(lead, "Win or lose the deal");
        tasklist.ticks("Won");
        tasklist.completesTask(lead, "Win or lose the deal");
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator badgeAt(Page diagram, String element) {
        return diagram.locator(".djs-overlays[data-container-id='" + element + "'] .instance-count");
    }

    private PersonAtBrowser logsIn(String user) {
        PersonAtBrowser person = PersonAtBrowser.logsIn(chromium.browser(), service, user);
        people.add(person);
        return person;
    }

    private String arrives(String firstName) {
        return Http.json(operations.post("/api/v1/leads", """
                        {"firstName": "%s", "lastName": "Meyer", "email": "%s@example.com", "phone": "+493012345678",
                         "company": "Meyer Pumps", "country": "Germany", "channel": "web-form"}
                        """.formatted(firstName, firstName.toLowerCase(Locale.ROOT))))
                .get("id")
                .asText();
    }

    private String timeline(String id) {
        return operations.get("/api/v1/leads/" + id + "/timeline").body();
    }

    private String lead(String id) {
        return operations.get("/api/v1/leads/" + id).body();
    }
}
