package io.leadbaton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@LeadbatonTest
@Transactional
class FirstThingsTests {

    @Autowired
    FirstThings start;

    @Autowired
    GivenOnce once;

    @Autowired
    IdentityService identity;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Test
    void anotherStartAddsNothing() {
        long rights = authorizations.createAuthorizationQuery().count();

        start.afterSingletonsInstantiated();

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rights);
        assertThat(filters.createFilterQuery().filterName("My leads").count()).isOne();
    }

    @Test
    void anotherStartKeepsWhatATeamChanged() {
        Filter mine = filters.createFilterQuery().filterName("My leads").singleResult();
        filters.saveFilter(mine.setName("Our leads"));
        var tasklist = authorizations
                .createAuthorizationQuery()
                .groupIdIn("marketing")
                .resourceType(Resources.APPLICATION)
                .singleResult();
        authorizations.deleteAuthorization(tasklist.getId());
        identity.deleteUser("rep4");

        start.afterSingletonsInstantiated();

        assertThat(filters.createFilterQuery().filterName("My leads").count()).isZero();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn("marketing")
                        .resourceType(Resources.APPLICATION)
                        .count())
                .isZero();
        assertThat(identity.createUserQuery().userId("rep4").count()).isZero();
    }

    @Test
    void thereIsNoStartWithoutAnAdministrator() {
        identity.deleteMembership("admin", "camunda-admin");

        assertThatThrownBy(() -> new People(once, identity, false, "").give())
                .isInstanceOf(AdministratorMissing.class)
                .hasMessageContaining("no administrator");
    }

    @Test
    void theInstallerChoosesTheAdministratorsPassword() {
        identity.deleteUser("admin");

        new People(once, identity, false, "chosen by the installer").give();

        assertThat(identity.checkPassword("admin", "chosen by the installer")).isTrue();
        assertThat(identity.createGroupQuery()
                        .groupMember("admin")
                        .singleResult()
                        .getId())
                .isEqualTo("camunda-admin");
    }
}
