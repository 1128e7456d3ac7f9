package io.leadbaton.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that cannot be reached, or is full, from a mistake of ours; also when it went away before the roll-back. */
final class DatabaseAway {

    private DatabaseAway() {}

    static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionSystemException rollback && isBehind(rollback.getApplicationException())) {
                return true;
            }
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && isAway(sql.getSQLState()))) {
                return true;
            }
            if (cause.getCause() == cause) {
                return false;
            }
        }
        return false;
    }

    /**
     * Classes 08 connection, 53 resources, 57 operator, 58 system, 25006 read-only; 55P03 and 57014 are waits that took too long. None
     * at all: the pool has closed a connection that broke.
     */
    private static boolean isAway(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("25006")
                || state.equals("55P03");
    }
}
