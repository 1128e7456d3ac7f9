package io.leadbaton.policy;

import java.util.OptionalInt;

/**
 * Why the answers of a decision cannot be used.
 *
 * @param answer which of them is at fault, counted from 0; empty when it is all of them together
 */
public record Objection(OptionalInt answer, String reason) {

    public static Objection to(int answer, String reason) {
        return new Objection(OptionalInt.of(answer), reason);
    }

    public static Objection toAll(String reason) {
        return new Objection(OptionalInt.empty(), reason);
    }
}
