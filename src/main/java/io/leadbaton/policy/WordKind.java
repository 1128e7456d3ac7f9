package io.leadbaton.policy;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of words that diagrams, tables and forms may use where somebody looks for a certain one. */
public enum WordKind {
    CLAUSE("clause", null),
    STAGE("stage", "lead.stage"),
    LEAD_TYPE("lead type", "lead.leadType"),
    CHANNEL("channel", "lead.channel"),
    ATTEMPT_CHANNEL("channel of an attempt", null),
    OUTCOME("outcome", null),
    REASON("reason", null),
    GRADE("grade", "lead.grade"),
    GROUP("group", null),
    TEAM("team that a rep is in", null),
    SKILL("skill that a rep has", null),
    FACT("fact", null);

    private final String inWords;
    private final @Nullable String fact;

    WordKind(String inWords, @Nullable String fact) {
        this.inWords = inWords;
        this.fact = fact;
    }

    public String inWords() {
        return inWords;
    }

    /** The kind of words that a fact of a lead holds; empty for a fact that may hold anything. */
    public static Optional<WordKind> ofFact(String path) {
        return Arrays.stream(values()).filter(kind -> path.equals(kind.fact)).findFirst();
    }
}
