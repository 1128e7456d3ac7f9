package io.leadbaton.security;

import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@LeadbatonTest
class RolesTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    rep1,        200, 403, 403
                    senior1,     200, 403, 403
                    marketing1,  200, 403, 403
                    manager1,    200, 200, 403
                    operations1, 200, 200, 403
                    owner1,      403, 200, 403
                    admin,       200, 200, 200
                    """)
    void aRoleOpensItsApplications(String user, int tasklist, int cockpit, int admin) {
        Visitor visitor = Visitor.loggedIn(port, user);

        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(tasklist);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit);
        assertThat(visitor.get("/camunda/app/admin/default/").statusCode()).isEqualTo(admin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "operations1", "owner1"})
    void cockpitCountsTasksForThoseWhoWatch(String user) {
        assertThat(Visitor.loggedIn(port, user)
                        .post(ENGINE + "/task/count", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task/report/candidate-group-count", "/process-definition?key=lifecycle"})
    void cockpitFillsItsPagesForAManager(String list) {
        assertThat(Visitor.loggedIn(port, "manager1").get(ENGINE + list).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aClosedApplicationSaysSoInAFriendlyWay() {
        HttpResponse<String> answer = Visitor.loggedIn(port, "rep1").get("/camunda/app/cockpit/default/");

        assertThat(answer.body()).contains("This is not for your role", "/logout");
    }

    @Test
    void tasklistOffersMyLeadsFirst() {
        String filters = Visitor.loggedIn(port, "rep1")
                .get(ENGINE + "/filter?maxResults=2000")
                .body();

        assertThat(filters).contains("\"name\":\"My leads\"", "\"name\":\"Unassigned in my groups\"");
        assertThat(filters)
                .contains(
                        "\"sortBy\":\"priority\",\"sortOrder\":\"desc\"},{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"");
    }

    @ParameterizedTest
    @CsvSource({"rep1, false", "manager1, false", "owner1, true", "admin, true"})
    void figuresAreForOperators(String user, boolean open) {
        // Tests collect no figures, so an open door leads to nothing.
        assertThat(Visitor.loggedIn(port, user).get("/actuator/prometheus").statusCode())
                .isEqualTo(open ? 404 : 403);
    }

    @Test
    void everybodyMayAskWhetherTheServiceIsWell() {
        HttpResponse<String> answer = Visitor.stranger(port).get("/actuator/health/liveness");

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
