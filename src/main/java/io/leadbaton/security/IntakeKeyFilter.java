package io.leadbaton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a system with an intake key in as its source; a key that is unknown or revoked ends the request. */
class IntakeKeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final IntakeKeys keys;
    private final AuthenticationEntryPoint strangers;

    IntakeKeyFilter(IntakeKeys keys, AuthenticationEntryPoint strangers) {
        this.keys = keys;
        this.strangers = strangers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header == null
                || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || MetricsToken.isAskedFor(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> source =
                keys.sourceOf(request.getHeader("Authorization").substring(SCHEME.length()));
        if (source.isEmpty()) {
            strangers.commence(request, response, new BadCredentialsException("Unknown or revoked key"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(as(source.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static Authentication as(String source) {
        return UsernamePasswordAuthenticationToken.authenticated(
                source, null, AuthorityUtils.createAuthorityList("ROLE_intake"));
    }
}
