package io.leadbaton.rep;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts reps who were passed over back on the list as soon as they log in, claim or complete. */
@Component
class SignsOfLife extends OncePerRequestFilter {

    private static final Pattern WORK = Pattern.compile(".*/task/[^/]+/(claim|submit-form|complete)");

    private final Reps reps;

    SignsOfLife(Reps reps) {
        this.reps = reps;
    }

    @EventListener
    void loggedIn(AuthenticationSuccessEvent login) {
        reps.seen(login.getAuthentication().getName());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !WORK.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal rep = request.getUserPrincipal();
        chain.doFilter(request, response);
        if (rep != null && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            reps.seen(rep.getName());
        }
    }
}
