package io.leadbaton.security;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Gives a new installation its roles and what each may do. */
@Component
class RolesAndRights {

    private final GivenOnce once;
    private final IdentityService identity;
    private final AuthorizationService authorizations;

    RolesAndRights(GivenOnce once, IdentityService identity, AuthorizationService authorizations) {
        this.once = once;
        this.identity = identity;
        this.authorizations = authorizations;
    }

    void give() {
        Role.all().forEach(role -> once.give("role " + role.group, () -> create(role)));
        Right.all()
                .forEach(right -> once.give(
                        "right %s %s %s".formatted(right.role().group, right.resource(), right.id()),
                        () -> grant(right)));
    }

    private void create(Role role) {
        if (identity.createGroupQuery().groupId(role.group).count() == 0) {
            Group group = identity.newGroup(role.group);
            group.setName(role.title);
            group.setType(role == Role.ADMIN ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void grant(Right right) {
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(right.role().group)
                        .resourceType(right.resource())
                        .resourceId(right.id())
                        .count()
                > 0;
        if (!granted) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(right.role().group);
            grant.setResource(right.resource());
            grant.setResourceId(right.id());
            grant.setPermissions(right.permissions());
            authorizations.saveAuthorization(grant);
        }
    }
}
