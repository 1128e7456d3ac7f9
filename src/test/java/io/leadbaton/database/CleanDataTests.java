package io.leadbaton.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class CleanDataTests {

    @Nested
    @Order(1)
    @LeadbatonTest
    class OneClass {

        @Autowired
        JdbcClient sql;

        @Autowired
        IdentityService identity;

        @Test
        void leavesDataAndAnotherTime() {
            identity.saveUser(identity.newUser("passingThrough"));
            sql.sql(
                            "insert into leadbaton.lead (id, door, channel, stage, stage_since, has_email, has_phone, received_at, stored_at)"
                                    + " values ('1', 'test', 'api', 'RECEIVED', now(), true, false, now(), now())")
                    .update();
            ClockUtil.setCurrentTime(Date.from(Instant.parse("2040-01-01T00:00:00Z")));
        }
    }

    @Nested
    @Order(2)
    @LeadbatonTest
    class TheNextClass {

        @Autowired
        JdbcClient sql;

        @Autowired
        IdentityService identity;

        @Autowired
        RuntimeService runtime;

        @Autowired
        Clock clock;

        @Test
        void findsTheDataOfTheFirstStart() {
            assertThat(sql.sql("select count(*) from leadbaton.lead")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(identity.createUserQuery().userId("passingThrough").count())
                    .isZero();
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            assertThat(clock.instant()).isBefore(Instant.parse("2040-01-01T00:00:00Z"));
        }
    }

    @Test
    void givesTablesWithoutAService() {
        JdbcClient sql = TestDatabase.tables();

        assertThat(sql.sql("select count(*) from leadbaton.lead")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
