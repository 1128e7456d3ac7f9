package io.leadbaton.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.leadbaton.Chromium;
import io.leadbaton.LeadbatonTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The one login, as people meet it in a browser. */
@LeadbatonTest
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OneLoginTests {

    private static final Path PICTURES = Path.of("target/pictures");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

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
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setViewportSize(390, 844)
                        .setColorScheme(ColorScheme.DARK));
        context.setDefaultTimeout(60_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    @Test
    void theLoginPageFitsAPhone() {
        page.navigate("/login");
        picture("login-phone-dark");

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(page.getByLabel("User")).isFocused();
        assertThat(complaints).isEmpty();
    }

    @Test
    void theLoginLeadsBackToWhereOneWanted() {
        logInAt("/camunda/app/tasklist/default/");

        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
        assertThat(page.getByText("My leads").first()).isVisible();
        picture("tasklist-phone");
    }

    @Test
    void aClosedApplicationOffersAnotherLogin() {
        logInAt("/camunda/app/tasklist/default/");
        page.navigate("/camunda/app/cockpit/default/");
        picture("forbidden-phone-dark");

        page.getByText("Log in as somebody else").click();

        assertThat(page.getByText("You are logged out everywhere.")).isVisible();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void whenTheSessionEndsAnApplicationLeadsToTheOneLogin(String application) {
        page.setViewportSize(1280, 800);
        logInAs("admin", "/camunda/app/" + application + "/default/");
        assertThat(page.locator(".navbar-brand, .navbar-header").first()).isVisible();

        logOutIn(application);

        assertThat(page).hasURL(Pattern.compile("^[^#]*/login$"));
        assertThat(page.getByLabel("Password")).isVisible();
    }

    private void logInAt(String path) {
        logInAs("rep1", path);
    }

    private void logInAs(String user, String path) {
        page.navigate(path);
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill("demo");
        page.getByText("Log in", new Page.GetByTextOptions().setExact(true)).click();
    }

    /** As the application itself does: end the session, then show its login form. */
    private void logOutIn(String application) {
        String token = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
        String form = application.equals("welcome") ? "#!/login" : "#/login";
        page.evaluate("""
                ([token, form]) => {
                  setTimeout(async () => {
                    await fetch('/camunda/api/admin/auth/user/default/logout', {method: 'POST', headers: {'X-XSRF-TOKEN': token}});
                    window.location.hash = form;
                  }, 0);
                }""", List.of(token, form));
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
