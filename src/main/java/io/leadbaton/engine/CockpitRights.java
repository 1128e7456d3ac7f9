package io.leadbaton.engine;

import io.leadbaton.NotKnown;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Shows what runs in a process to those to whom Cockpit would show it. */
@Component
class CockpitRights {

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final RepositoryService repository;

    CockpitRights(IdentityService identity, AuthorizationService authorizations, RepositoryService repository) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.repository = repository;
    }

    void check(String definitionId) {
        String key = repository.createProcessDefinitionQuery().processDefinitionId(definitionId).list().stream()
                .map(definition -> definition.getKey())
                .findFirst()
                .orElseThrow(() -> new NotKnown("There is no such process."));
        String user = SecurityContextHolder.getContext().getAuthentication().getName();
        boolean allowed = authorizations.isUserAuthorized(
                user, groupsOf(user), Permissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, key);
        if (!allowed) {
            throw new AccessDeniedException("Instances of " + key);
        }
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
    }
}
