package io.leadbaton;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with a login who uses the pages by mouse and keyboard; what goes wrong behind the pages is written down. */
public final class PersonAtBrowser implements AutoCloseable {

    private static final double PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private PersonAtBrowser(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(this::listen);
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequestFailed(this::failed);
        context.onResponse(this::answered);
        this.page = context.newPage();
    }

    public static PersonAtBrowser logsIn(Browser browser, String service, String user) {
        return logsIn(browser, service, user, "UTC");
    }

    public static PersonAtBrowser logsIn(Browser browser, String service, String user, String timeZone) {
        PersonAtBrowser person = new PersonAtBrowser(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(service)
                .setViewportSize(1440, 900)
                .setTimezoneId(timeZone)));
        person.page.navigate("/login");
        person.page.getByLabel("User").fill(user);
        person.page.getByLabel("Password").fill("demo");
        person.page.keyboard().press("Enter");
        person.page.waitForURL("**/");
        return person;
    }

    public Page page() {
        return page;
    }

    /** Opens one of Camunda's applications; a busy machine may be too slow for its script loader, a person then reloads. */
    public void opens(String application, String sign) {
        page.navigate("/camunda/app/" + application + "/");
        try {
            page.locator(sign).first().waitFor();
        } catch (RuntimeException tooSlow) {
            complaints.removeIf(complaint -> complaint.contains("Load timeout"));
            page.reload();
            page.locator(sign).first().waitFor();
        }
    }

    public void clicks(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Errors of scripts, violations of the content policy, requests that failed or were refused. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }

    private void listen(ConsoleMessage message) {
        boolean toldAsResponse = message.text().startsWith("Failed to load resource");
        if (message.type().equals("error") && !toldAsResponse) {
            complaints.add(message.text());
        }
    }

    private void failed(Request request) {
        boolean leftBehind = "net::ERR_ABORTED".equals(request.failure());
        if (!leftBehind) {
            complaints.add(request.failure() + " " + request.url());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400) {
            complaints.add(response.status() + " " + response.url().replaceFirst("^https?://[^/]+", ""));
        }
    }
}
