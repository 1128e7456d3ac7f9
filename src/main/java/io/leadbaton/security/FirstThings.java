package io.leadbaton.security;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Before the first request can come in, everybody and everything that must be there is there. */
@Component
class FirstThings implements SmartInitializingSingleton {

    private static final long LOCK = 0x1eadba70L;

    private final RolesAndRights rights;
    private final TaskFilters filters;
    private final People people;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    FirstThings(
            RolesAndRights rights,
            TaskFilters filters,
            People people,
            TransactionOperations transaction,
            JdbcClient jdbc) {
        this.rights = rights;
        this.filters = filters;
        this.people = people;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** One start at a time: a second node waits here and then finds everything done. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local lock_timeout = '20s'").update();
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
            rights.give();
            filters.give();
            people.give();
        });
    }
}
