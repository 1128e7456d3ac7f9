package io.leadbaton.rep;

import io.leadbaton.InputRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows who can log in: a lead given to anybody else would lie in nobody's task list. */
@Component
class RosterUsers {

    private final JdbcClient jdbc;

    RosterUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void require(String userId) {
        boolean known = jdbc.sql("select exists (select 1 from act_id_user where id_ = :user)")
                .param("user", userId)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new InputRefused("userId", "user-unknown", "Create this user in Camunda Admin first.");
        }
    }
}
