package io.leadbaton.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@LeadbatonTest
class CurrentActorTests {

    @Autowired
    Supplier<String> actor;

    @Autowired
    BiConsumer<String, Runnable> actingAs;

    @Autowired
    IdentityService identity;

    @AfterEach
    void leaves() {
        SecurityContextHolder.clearContext();
        identity.clearAuthentication();
    }

    @Test
    void isThePersonOfTheRequest() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("rep1", null, "ROLE_user"));

        assertThat(actor.get()).isEqualTo("rep1");
    }

    @Test
    void isThePersonTheEngineKnows() {
        identity.setAuthenticatedUserId("rep2");

        assertThat(actor.get()).isEqualTo("rep2");
    }

    @Test
    void isTheJobThatRuns() {
        List<String> seen = new ArrayList<>();

        actingAs.accept("import", () -> seen.add(actor.get()));

        assertThat(seen).containsExactly("import");
    }

    @Test
    void isTheTimerWhenNobodyActs() {
        assertThat(actor.get()).isEqualTo("timer");
    }
}
