package io.leadbaton.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A feature's demand on what a decision may answer; asked about the answers to every kind of lead the table tells apart. */
public interface AnswerCheck {

    /** The decision whose answers are looked at. */
    String decision();

    /** Why the rows that fit one lead are no usable answer, if they are not. */
    Optional<Objection> objection(List<Map<String, Object>> rows);

    /** Why the rows may not be meant so, though they can be used. */
    default Optional<Objection> doubt(List<Map<String, Object>> rows) {
        return Optional.empty();
    }

    /** The outputs whose texts are words of a kind; a text may list several, with commas between them. */
    default Map<String, WordKind> words() {
        return Map.of();
    }
}
