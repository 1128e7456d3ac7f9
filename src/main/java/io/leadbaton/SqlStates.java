package io.leadbaton;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what PostgreSQL said behind a failure, however it was wrapped. */
public final class SqlStates {

    private SqlStates() {}

    /** Whether the failure or one of its causes has one of these SQL states. */
    public static boolean areBehind(Throwable failure, Set<String> states) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && states.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
