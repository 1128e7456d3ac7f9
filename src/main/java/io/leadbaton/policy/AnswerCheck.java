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
}
