package io.leadbaton.security;

import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody begins to work at the same moment, and some have their browser open all tabs of yesterday at once. */
@LeadbatonTest
@ExtendWith(OutputCaptureExtension.class)
class NineOClockTests {

    private static final List<String> PAGES = List.of(
            "/camunda/app/tasklist/default/",
            "/camunda/app/tasklist/default",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/app/welcome/default/");
    private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern CLAIMED = Pattern.compile("nonce=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Test
    void everyPageMayRunItsOwnScripts() {
        Visitor admin = Visitor.loggedIn(port, "admin");

        List<HttpResponse<String>> loaded = together(8, 8 * 60, load -> admin.get(PAGES.get(load % PAGES.size())));

        assertThat(loaded.stream().filter(NineOClockTests::staysBlank).count()).isZero();
        assertThat(loaded.stream().map(NineOClockTests::allowed).distinct().count())
                .isEqualTo(480);
    }

    @Test
    void noPageIsKeptForAnAnswerWithOtherScripts() {
        HttpResponse<String> page = Visitor.loggedIn(port, "rep1").get(PAGES.get(0));

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().map()).doesNotContainKeys("ETag", "Last-Modified");
    }

    @RepeatedTest(3)
    void allTabsOfAFreshLoginOpenAndWork(CapturedOutput log) {
        Visitor rep = Visitor.stranger(port);
        rep.logIn("rep1", "demo");

        List<HttpResponse<String>> loaded = together(20, 20, tab -> rep.get(PAGES.get(0)));

        assertThat(loaded).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(loaded.stream().flatMap(NineOClockTests::tokens).distinct()).hasSize(1);
        assertThat(log).doesNotContain("ERROR").doesNotContain("duplicate key");
        assertThat(rep.post(ENGINE + "/task", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aTabThatIsClosedWhileItLoadsIsNoError(CapturedOutput log) {
        Visitor rep = Visitor.loggedIn(port, "rep1");

        IntStream.range(0, 20).forEach(tab -> rep.asksAndLeaves(ENGINE + "/filter"));

        assertThat(rep.get(ENGINE + "/filter").statusCode()).isEqualTo(200);
        assertThat(log).doesNotContain("ClientAbortException", "ERROR");
    }

    private static <T> List<T> together(int people, int times, IntFunction<T> work) {
        ExecutorService hands = Executors.newFixedThreadPool(people);
        try {
            List<CompletableFuture<T>> all = IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> work.apply(number), hands))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            hands.shutdown();
        }
    }

    /** What the browser sends with each click, from whichever tab it heard last. */
    private static Stream<String> tokens(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .map(cookie -> cookie.replaceFirst(";.*", ""));
    }

    private static boolean staysBlank(HttpResponse<String> page) {
        return !Set.copyOf(claimed(page)).equals(Set.of(allowed(page)));
    }

    private static String allowed(HttpResponse<String> page) {
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        return ALLOWED.matcher(policy)
                .results()
                .map(nonce -> nonce.group(1))
                .findFirst()
                .orElse("none");
    }

    private static List<String> claimed(HttpResponse<String> page) {
        return CLAIMED.matcher(page.body())
                .results()
                .map(nonce -> nonce.group(1))
                .toList();
    }
}
