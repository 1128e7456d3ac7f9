package io.leadbaton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets who collects metrics in by a token of its own, to the metrics and nowhere else. */
class MetricsToken extends OncePerRequestFilter {

    static final String ROLE = "metrics";

    private final String header;

    MetricsToken(String token) {
        this.header = token.isBlank() ? "" : "Bearer " + token;
    }

    static boolean isAskedFor(HttpServletRequest request) {
        return request.getRequestURI().equals("/actuator/prometheus");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return header.isEmpty() || !isAskedFor(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader("Authorization");
        if (sent != null && MessageDigest.isEqual(bytes(sent), bytes(header))) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    ROLE, null, AuthorityUtils.createAuthorityList("ROLE_" + ROLE)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
