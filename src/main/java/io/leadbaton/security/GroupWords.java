package io.leadbaton.security;

import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.WordSource;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Names the groups a task may be offered to: our roles, and those that administrators made besides. */
@Component
class GroupWords implements WordSource {

    private final IdentityService identity;

    GroupWords(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Map<WordKind, Collection<String>> words(PolicyFiles files) {
        Stream<String> made = identity.createGroupQuery().list().stream().map(Group::getId);
        return Map.of(
                WordKind.GROUP,
                Stream.concat(Role.all().stream().map(role -> role.group), made).toList());
    }
}
