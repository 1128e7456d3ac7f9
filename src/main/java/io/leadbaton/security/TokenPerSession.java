package io.leadbaton.security;

import org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Camunda's guard against other sites, with a token that follows from the session. Camunda draws one when a session has none: of tabs
 * that open together each gets its own, only the last one stored is valid, and the first click with another ends the session.
 */
class TokenPerSession extends CsrfPreventionFilter {

    @Override
    protected String generateCSRFToken() {
        return IntakeKeys.hash(RequestContextHolder.currentRequestAttributes().getSessionId());
    }
}
