package io.leadbaton;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Camunda's Tasklist as a rep sees it: filters, the list of tasks, the open task with lead card and form. */
public final class TasklistPage {

    /** Tasklist asks for new tasks every ten seconds. */
    private static final double NEXT_LOOK = 25_000;

    private final Page page;

    private TasklistPage(Page page) {
        this.page = page;
    }

    public static TasklistPage openedBy(PersonAtBrowser person) {
        person.opens("tasklist", ".task-filters .active");
        return new TasklistPage(person.page());
    }

    public Locator selectedFilter() {
        return page.locator(".task-filters .active");
    }

    public Locator task(String lead, String name) {
        return page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText(lead))
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Waits until the list shows the task, as a person would. */
    public void opensTask(String lead, String name) {
        assertThat(task(lead, name)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NEXT_LOOK));
        task(lead, name).getByRole(AriaRole.LINK).first().click();
        assertThat(leadCard()).containsText(lead);
        assertThat(completeButton()).isVisible();
    }

    public Locator leadCard() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Lead"));
    }

    public Locator form() {
        return page.locator(".fjs-form");
    }

    public void ticks(String answer) {
        form().getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    public void chooses(String field, String answer) {
        select(field).locator(".fjs-input-group").click();
        form().locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(answer))
                .click();
    }

    public Locator select(String field) {
        return form().locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(field));
    }

    /** What the contact plan asks for, above the form. */
    public Locator askAboveForm() {
        return page.locator(".tabbed-content .leadbaton-ask");
    }

    public void writesNote(String note) {
        form().getByLabel("Note").fill(note);
    }

    public void completes() {
        completeButton().click();
    }

    public void completesTask(String lead, String name) {
        completes();
        assertThat(task(lead, name)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(NEXT_LOOK));
    }

    public Locator refusal() {
        return page.locator(".page-notifications .alert-danger, .notifications .alert-danger");
    }

    private Locator completeButton() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
    }
}
