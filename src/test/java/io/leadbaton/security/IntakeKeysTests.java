package io.leadbaton.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class IntakeKeysTests {

    @LocalServerPort
    int port;

    @Autowired
    IntakeKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aKeyStandsForItsSource() {
        assertThat(keys.sourceOf(keys.issue("webinars"))).contains("webinars");
    }

    @Test
    void aKeyWithAnotherSecretStandsForNobody() {
        String key = keys.issue("webinars");
        String forged = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");

        assertThat(keys.sourceOf(forged)).isEmpty();
    }

    @Test
    void aRevokedKeyStandsForNobody() {
        String key = keys.issue("webinars");

        jdbc.sql("update leadbaton.intake_key set revoked_at = now() where id = ?")
                .param(key.split("_")[2])
                .update();

        assertThat(keys.sourceOf(key)).isEmpty();
    }

    @Test
    void theSecretIsStoredNowhere() {
        String key = keys.issue("webinars");

        assertThat(jdbc.sql("select k::text from leadbaton.intake_key k")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(key.split("_")[3]));
    }

    @Test
    void aKeyBringsLeadsInAndOpensNothingElse() {
        Visitor system = Visitor.stranger(port);
        String bearer = "Bearer " + keys.issue("webinars");

        assertThat(system.postAs(bearer, "/api/v1/leads", "{}").statusCode()).isNotIn(401, 403);
        assertThat(system.getAs(bearer, "/api/v1/leads").statusCode()).isEqualTo(403);
        assertThat(system.getAs(bearer, "/api/v1/reps").statusCode()).isEqualTo(403);
        assertThat(system.getAs(bearer, "/leads").statusCode()).isEqualTo(302);
        assertThat(system.getAs(bearer, "/camunda/api/engine/engine/default/task")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anUnknownKeyIsToldToSayWhoItIs() {
        var answer = Visitor.stranger(port).postAs("Bearer lb_live_000000000000_00", "/api/v1/leads", "{}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).anyMatch(scheme -> scheme.startsWith("Bearer"));
    }
}
