package io.leadbaton.security;

import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The holes of Camunda 7.24.0 that nobody closes for the community edition any more. */
@LeadbatonTest
class KnownHolesTests {

    private static final String SETUP = "/camunda/api/admin/setup/default/user/create";
    private static final String INTRUDER = """
            {"profile": {"id": "intruder", "firstName": "I", "lastName": "N"}, "credentials": {"password": "intruder"}}""";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    /** CVE-2026-77226. */
    @ParameterizedTest
    @ValueSource(strings = {SETUP, SETUP + "/"})
    void noStrangerBecomesAdministratorWhileThereIsNone(String path) {
        Visitor stranger = Visitor.stranger(port);

        assertIsRefusedTheSetup(stranger, path);
    }

    @Test
    void noRepBecomesAdministratorWhileThereIsNone() {
        assertIsRefusedTheSetup(Visitor.loggedIn(port, "rep1"), SETUP);
    }

    private void assertIsRefusedTheSetup(Visitor visitor, String path) {
        identity.deleteMembership("admin", "camunda-admin");
        try {
            // Camunda hands out the token that a post needs with any answer.
            visitor.get(path);
            HttpResponse<String> answer = visitor.post(path, INTRUDER);

            assertThat(answer.statusCode()).isIn(401, 403);
            assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
        } finally {
            identity.createMembership("admin", "camunda-admin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"orQueries": [{"dueAfterExpression": "${''.getClass().forName('java.lang.Runtime')}"}]}""", """
                {"orQueries": [{"dueAfterExpression": "${dateTime()}"}]}""", """
                {"assigneeExpression": "${facts}"}"""})
    void aTaskQueryRunsNoExpressionOfItsSender(String query) {
        Visitor rep = Visitor.loggedIn(port, "rep1");

        assertThat(rep.post(ENGINE + "/task?maxResults=5", query).statusCode()).isEqualTo(403);
        assertThat(rep.post(ENGINE + "/task/count", query).statusCode()).isEqualTo(403);
        assertThat(rep.post(ENGINE + "/filter/" + firstFilter(rep) + "/list?maxResults=5", query)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAddressRunsNoExpressionEither() {
        HttpResponse<String> answer =
                Visitor.loggedIn(port, "rep1").get(ENGINE + "/task?maxResults=5&assigneeExpression=%24%7Bfacts%7D");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aRepStoresNoFilter() {
        HttpResponse<String> answer = Visitor.loggedIn(port, "rep1").post(ENGINE + "/filter/create", """
                        {"resourceType": "Task", "name": "mine", "query": {}, "properties": {}}""");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void tasklistsOwnListsStillOpen() {
        Visitor rep = Visitor.loggedIn(port, "rep1");

        HttpResponse<String> list =
                rep.post(ENGINE + "/filter/" + firstFilter(rep) + "/list?firstResult=0&maxResults=15", """
                {"active": true, "sorting": [{"sortBy": "created", "sortOrder": "desc"}], "_links": null}""".replace(
                                ", \"_links\": null", ""));

        assertThat(list.statusCode()).isEqualTo(200);
    }

    private static String firstFilter(Visitor rep) {
        return rep.get(ENGINE + "/filter?firstResult=0&maxResults=1")
                .body()
                .replaceFirst("(?s)^.*?\"id\":\"([^\"]+)\".*$", "$1");
    }
}
