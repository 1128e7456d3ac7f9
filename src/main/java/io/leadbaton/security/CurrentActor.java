package io.leadbaton.security;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Names who acts, for the audit trail: a person, the source behind a key, a named background job, or the timer. */
@Configuration
class CurrentActor {

    private final ThreadLocal<@Nullable String> job = new ThreadLocal<>();

    @Bean
    Supplier<String> actor(IdentityService identity) {
        return () -> Optional.ofNullable(job.get())
                .or(CurrentActor::ofRequest)
                .or(() -> Optional.ofNullable(identity.getCurrentAuthentication())
                        .map(engineUser -> engineUser.getUserId()))
                .orElse("timer");
    }

    /** Runs a background job under its name: {@code actingAs.accept("import", this::readRows)}. */
    @Bean
    BiConsumer<String, Runnable> actingAs() {
        return (name, work) -> {
            job.set(name);
            try {
                work.run();
            } finally {
                job.remove();
            }
        };
    }

    private static Optional<String> ofRequest() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(user -> !(user instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    static boolean isPerson(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .anyMatch(role -> role.getAuthority().equals("ROLE_user"));
    }
}
