package io.leadbaton.engine.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a variable holds that a step answered, as far as it is known.
 *
 * @param word the very answer, null when it is another one
 * @param not what it is not, when it is another one
 */
record Answer(@Nullable String word, Set<String> not) {

    /** Made from an answer in a way that nobody follows. */
    static final Answer UNCLEAR = new Answer(null, Set.of());

    static Answer exactly(String word) {
        return new Answer(word, Set.of());
    }

    static Answer otherThan(Set<String> words) {
        return new Answer(null, words);
    }

    Verdict is(String other) {
        if (word != null) {
            return Verdict.of(word.equals(other));
        }
        if (not.contains(other)) {
            return Verdict.NO;
        }
        return not.isEmpty() ? Verdict.UNCLEAR : Verdict.EITHER;
    }
}
