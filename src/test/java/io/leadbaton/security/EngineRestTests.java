package io.leadbaton.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@LeadbatonTest
@TestPropertySource(properties = "leadbaton.engine-rest.enabled=true")
class EngineRestTests {

    private static final String ENGINES = "/engine-rest/engine";
    private static final String TASKS = "/engine-rest/task?maxResults=5";

    @LocalServerPort
    int port;

    @Test
    void isForAdministratorsWithTheirPassword() {
        Visitor visitor = Visitor.stranger(port);

        assertThat(visitor.get(ENGINES).statusCode()).isEqualTo(401);
        assertThat(visitor.getAs(Visitor.basic("rep1", "demo"), ENGINES).statusCode())
                .isEqualTo(403);
        assertThat(visitor.getAs(Visitor.basic("admin", "demo"), ENGINES).body())
                .contains("\"name\":\"default\"");
        assertThat(visitor.getAs(Visitor.basic("admin", "demo"), TASKS).statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesNoSession() {
        assertThat(Visitor.loggedIn(port, "admin").get(ENGINES).statusCode()).isEqualTo(401);
    }

    @Test
    void hasTheSameShutDoors() {
        String admin = Visitor.basic("admin", "demo");
        Visitor visitor = Visitor.stranger(port);

        assertThat(visitor.postAs(admin, "/engine-rest/task/create", "{\"name\": \"CANARY\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.postAs(admin, "/engine-rest/engine/default/task/create", "{\"name\": \"CANARY\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.postAs(admin, TASKS, "{\"orQueries\": [{\"dueAfterExpression\": \"${facts}\"}]}")
                        .statusCode())
                .isEqualTo(403);
    }
}
