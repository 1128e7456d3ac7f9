package io.leadbaton.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@LeadbatonTest
@TestPropertySource(
        properties = {
            "leadbaton.engine-rest.enabled=true",
            // Under the usual name it would take the place of the engine that the other tests' web applications ask
            // for.
            "camunda.bpm.generate-unique-process-engine-name=true"
        })
class EngineRestTests {

    private static final String ENGINES = "/engine-rest/engine";

    @LocalServerPort
    int port;

    private String tasks;

    @Autowired
    void setEngine(ProcessEngine engine) {
        tasks = ENGINES + "/" + engine.getName() + "/task?maxResults=5";
    }

    @Test
    void isForAdministratorsWithTheirPassword() {
        Visitor visitor = Visitor.stranger(port);

        assertThat(visitor.get(ENGINES).statusCode()).isEqualTo(401);
        assertThat(visitor.getAs(Visitor.basic("rep1", "demo"), ENGINES).statusCode())
                .isEqualTo(403);
        assertThat(visitor.getAs(Visitor.basic("admin", "demo"), ENGINES).body())
                .contains("\"name\":");
        assertThat(visitor.getAs(Visitor.basic("admin", "demo"), tasks).statusCode())
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
        assertThat(visitor.postAs(admin, tasks, "{\"orQueries\": [{\"dueAfterExpression\": \"${facts}\"}]}")
                        .statusCode())
                .isEqualTo(403);
    }
}
