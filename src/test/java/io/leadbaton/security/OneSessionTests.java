package io.leadbaton.security;

import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@LeadbatonTest
class OneSessionTests {

    private static final List<String> APPLICATIONS =
            List.of("/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", ENGINE + "/task?maxResults=1");

    @LocalServerPort
    int port;

    @Test
    void oneLoginOpensEveryApplication() {
        Visitor manager = Visitor.loggedIn(port, "manager1");

        assertThat(APPLICATIONS)
                .allSatisfy(page -> assertThat(manager.get(page).statusCode()).isEqualTo(200));
        assertThat(manager.get("/api/v1/nothing-here").statusCode()).isEqualTo(404);
    }

    @Test
    void loggingOutInTasklistEndsTheSessionEverywhere() {
        Visitor manager = Visitor.loggedIn(port, "manager1");

        HttpResponse<String> out = manager.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(out.statusCode()).isEqualTo(200);
        assertIsStranger(manager);
    }

    @Test
    void loggingOutOnOurPagesEndsTheSessionEverywhere() {
        Visitor manager = Visitor.loggedIn(port, "manager1");

        HttpResponse<String> out = manager.logOutOn("/camunda/app/admin/default/");

        assertThat(out.headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/login?out"));
        assertIsStranger(manager);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/leads", "/dashboard", "/camunda/app/tasklist/default/", "/camunda/app/admin/default/"})
    void aStrangerIsSentToTheLoginPage(String page) {
        HttpResponse<String> answer = Visitor.stranger(port).get(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/leads",
                "/v3/api-docs",
                "/actuator/prometheus",
                "/actuator/env",
                "/camunda/api/engine/engine/",
                ENGINE + "/task",
                "/camunda/api/cockpit/plugin/base/default/process-definition"
            })
    void aStrangerCallsNothing(String path) {
        assertThat(Visitor.stranger(port).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordOpensNothing() {
        Visitor stranger = Visitor.stranger(port);

        HttpResponse<String> answer = stranger.logIn("rep4", "guess");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
        assertIsStranger(stranger);
    }

    @Test
    void camundasOwnLoginIsShut() {
        Visitor stranger = Visitor.stranger(port);

        assertThat(stranger.post("/camunda/api/admin/auth/user/default/login/tasklist", "")
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    void theApiTakesAPassword() {
        Visitor stranger = Visitor.stranger(port);

        assertThat(stranger.getAs(Visitor.basic("rep1", "demo"), "/api/v1/nothing-here")
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/nothing-here").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSiteCannotPostWithTheSession() {
        Visitor rep = Visitor.loggedIn(port, "rep1");

        assertThat(rep.post("/api/v1/leads", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void theEnginesOwnRestApiIsAbsent() {
        assertThat(Visitor.stranger(port).get("/engine-rest/engine").statusCode())
                .isEqualTo(404);
    }

    private static void assertIsStranger(Visitor visitor) {
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(302);
        assertThat(visitor.get(ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/api/v1/nothing-here").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
}
