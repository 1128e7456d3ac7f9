package io.leadbaton.security;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Knows the people: Camunda's users are the only ones, and each of their groups is a role. */
@Component
class EngineUsers implements AuthenticationProvider {

    private final IdentityService identity;

    EngineUsers(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        if (!identity.checkPassword(user, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, roles(user));
    }

    private List<GrantedAuthority> roles(String user) {
        return Stream.concat(
                        Stream.of("user"),
                        identity.createGroupQuery().groupMember(user).list().stream()
                                .map(Group::getId))
                .map(role -> "ROLE_" + role)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), roles -> AuthorityUtils.createAuthorityList(roles)));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
