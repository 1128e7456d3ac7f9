package io.leadbaton.security;

import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import java.io.File;
import java.net.http.HttpResponse;
import java.sql.Connection;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class KeptSessionsTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void nobodyIsLoggedIn() {
        jdbc.sql("delete from leadbaton.session").update();
    }

    @Test
    void aPageThatIsOpenWritesNothingByAsking() throws Exception {
        Visitor rep = Visitor.loggedIn(port, "rep1");
        rep.get(ENGINE + "/task?maxResults=15");

        try (Connection other = database.getConnection()) {
            lock(other, "share");

            assertThat(rep.get(ENGINE + "/task?maxResults=15").statusCode()).isEqualTo(200);
            assertThat(rep.get("/").statusCode()).isEqualTo(200);
            assertThat(rep.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodysSessionIsSoughtForProgramsStrangersAndFiles() throws Exception {
        Visitor rep = Visitor.loggedIn(port, "rep1");

        try (Connection other = database.getConnection()) {
            lock(other, "access exclusive");

            assertThat(rep.get("/css/pages.css").statusCode()).isEqualTo(200);
            assertThat(rep.get("/webjars/picocss__pico/css/pico.min.css").statusCode())
                    .isEqualTo(200);
            Visitor stranger = Visitor.stranger(port);
            assertThat(stranger.get("/login").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/leads").statusCode()).isEqualTo(302);
            assertThat(stranger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(stranger.getAs(Visitor.basic("rep1", "demo"), "/api/v1/leads")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void strangersLeaveNoSessionBehind() {
        Visitor stranger = Visitor.stranger(port);

        stranger.get("/leads");
        stranger.get("/camunda/app/tasklist/default/");
        stranger.get("/api/v1/leads");
        stranger.logIn("rep3", "guess");

        assertThat(sessions()).isZero();
    }

    @Test
    void whoeverIsRemovedHasNoSession() {
        User user = identity.newUser("leaver");
        user.setPassword("demo");
        identity.saveUser(user);
        Visitor leaver = Visitor.stranger(port);
        leaver.logIn("leaver", "demo");
        assertThat(leaver.get("/").statusCode()).isEqualTo(200);

        identity.deleteUser("leaver");

        assertThat(leaver.get("/").statusCode()).isEqualTo(302);
        assertThat(leaver.get(ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(leaver.get("/api/v1/leads").statusCode()).isEqualTo(401);
    }

    @Test
    void loggingOutForgetsTheSession() {
        Visitor manager = Visitor.loggedIn(port, "manager1");
        assertThat(sessions()).isOne();

        manager.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(sessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionThatCannotBeReadLeadsToTheLogin(boolean foreign) {
        Visitor rep = Visitor.loggedIn(port, "rep1");
        byte[] bytes = foreign ? SessionValues.write(new File("/tmp")) : new byte[] {1, 2, 3};
        jdbc.sql("update leadbaton.session_attributes set attribute_bytes = ?")
                .param(bytes)
                .update();

        assertThat(rep.get("/").statusCode()).isEqualTo(302);
        assertThat(sessions()).isZero();
        assertThat(Visitor.loggedIn(port, "rep1").get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieStaysOutOfReachOfScriptsAndOtherSites() {
        Visitor stranger = Visitor.stranger(port);

        HttpResponse<String> in = stranger.logIn("rep1", "demo");

        assertThat(in.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement()
                .asString()
                .contains("; Path=/;", "; HttpOnly", "; SameSite=Lax");
    }

    private static void lock(Connection other, String mode) throws Exception {
        other.setAutoCommit(false);
        try (var statement = other.createStatement()) {
            statement.execute("lock table leadbaton.session, leadbaton.session_attributes in " + mode + " mode");
        }
    }

    private int sessions() {
        return jdbc.sql("select count(*) from leadbaton.session")
                .query(Integer.class)
                .single();
    }
}
