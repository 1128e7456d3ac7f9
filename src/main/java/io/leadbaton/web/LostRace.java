package io.leadbaton.web;

import io.leadbaton.Collided;
import io.leadbaton.SqlStates;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Answers somebody who did something at the same moment as somebody else, and was second. */
@Component
class LostRace {

    /** PostgreSQL gave up one of two who waited for each other, or who saw the same row. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    private static final Pattern LEAD = Pattern.compile("/leads/([0-9a-f-]{36})");

    private final Function<String, Optional<String>> lastWord;

    LostRace(@Qualifier("lastWord") Function<String, Optional<String>> lastWord) {
        this.lastWord = lastWord;
    }

    static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Collided || cause instanceof ConcurrencyFailureException) {
                return true;
            }
        }
        return SqlStates.areBehind(failure, GIVEN_UP);
    }

    /** Says who was first, where the address names a lead. */
    String sentence(String address) {
        Matcher lead = LEAD.matcher(address);
        String first = lead.find() ? lastWord.apply(lead.group(1)).orElse("") : "";
        return "Somebody else was faster. %s Look at it once more and try again."
                .formatted(first)
                .replace("  ", " ");
    }
}
