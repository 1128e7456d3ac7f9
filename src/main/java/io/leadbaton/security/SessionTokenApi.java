package io.leadbaton.security;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands our scripts in Camunda's applications the token without which a session may change nothing; other sites cannot read it. */
@RestController
class SessionTokenApi {

    record Token(String header, String value) {}

    @GetMapping(path = "/api/v1/session-token", produces = MediaType.APPLICATION_JSON_VALUE)
    @Hidden
    Token token(CsrfToken token) {
        return new Token(token.getHeaderName(), token.getToken());
    }
}
