package io.leadbaton.policy;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The promise a timer asks about, as {@code ${sla.firstMark(leadId, 'disposition')}} does. What is not written like this is found
 * neither by the checks nor when a clock moves.
 */
public record AskedClause(String function, String clause) {

    private static final Pattern ASKED =
            Pattern.compile("\\bsla\\s*\\.\\s*(\\w+)\\s*\\(\\s*leadId\\s*,\\s*(['\"])(\\w+)\\2\\s*\\)");
    private static final String FIRST_MARK = "firstMark";
    private static final String DUE_AT = "dueAt";

    public static AskedClause firstMark(String clause) {
        return new AskedClause(FIRST_MARK, clause);
    }

    public static AskedClause dueAt(String clause) {
        return new AskedClause(DUE_AT, clause);
    }

    /** The first one a date asks about. */
    public static Optional<AskedClause> in(String date) {
        Matcher asked = ASKED.matcher(date);
        return asked.find() ? Optional.of(read(asked.toMatchResult())) : Optional.empty();
    }

    private static AskedClause read(MatchResult asked) {
        return new AskedClause(asked.group(1), asked.group(3));
    }

    /** Comes when something first has to happen: the escalation begins then. */
    public boolean isFirstMark() {
        return function.equals(FIRST_MARK);
    }

    /** Comes at the deadline itself: the work is taken away then. */
    public boolean isDueAt() {
        return function.equals(DUE_AT);
    }

    @Override
    public String toString() {
        return "${sla." + function + "(leadId, '" + clause + "')}";
    }
}
