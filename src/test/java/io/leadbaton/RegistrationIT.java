package io.leadbaton;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rep writes down in Tasklist who rang, in a real browser. */
@LeadbatonTest
class RegistrationIT {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    LeadEvents events;

    @Autowired
    JdbcClient jdbc;

    private PersonAtBrowser rep;
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
    void opensTheForm() {
        rep = PersonAtBrowser.logsIn(chromium.browser(), "http://127.0.0.1:" + port, "rep1");
        TasklistPage.openedBy(rep);
        page = rep.page();
        page.getByText("Start process").first().click();
        window().getByText("Register a lead").click();
        assertThat(field("E-mail")).isVisible();
    }

    @AfterEach
    void leaves() {
        rep.close();
    }

    @Test
    void registersALeadByMouse() {
        field("E-mail").fill("rang@example.com");
        field("Phone").fill("+49 30 5550100");
        field("First name").fill("Ada");
        field("Last name").fill("Meyer");
        cameBy("They rang us");
        field("What do they want?").fill("A pump that holds.");
        starts();

        assertThat(window()).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        LeadId lead = lead("rang@example.com").orElseThrow();
        assertThat(scenario.lead(lead).owner()).isNotNull();
        assertThat(events.timeline(lead)).extracting(LeadEvent::actor).containsOnly("rep1");
        assertThat(rep.complaints()).isEmpty();
    }

    @Test
    void isToldWhatIsMissing() {
        field("Last name").fill("Meyer");
        cameBy("They rang us");
        starts();

        assertThat(page.locator(".alert-danger").first()).containsText("e-mail");
        assertThat(field("Last name")).hasValue("Meyer");
        assertThat(rep.complaints()).hasSize(1).first().asString().startsWith("400 ");
    }

    private Locator window() {
        return page.locator(".modal-content");
    }

    private Locator field(String label) {
        return window().locator(".fjs-form").getByLabel(label);
    }

    private void cameBy(String answer) {
        window().locator(".fjs-form-field-select .fjs-input-group").click();
        window().locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(answer))
                .click();
    }

    private void starts() {
        window().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Start").setExact(true))
                .click();
    }

    private Optional<LeadId> lead(String email) {
        return jdbc.sql("select lead_id from leadbaton.lead_person where email = ?")
                .param(email)
                .query((row, n) -> new LeadId(row.getString(1)))
                .optional();
    }
}
