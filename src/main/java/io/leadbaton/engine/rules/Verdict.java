package io.leadbaton.engine.rules;

/** What a condition comes to, as far as the answers of steps tell. */
enum Verdict {
    YES,
    NO,

    /** The data of a lead decides: both happen. */
    EITHER,

    /** It depends on the answer of a step, but nobody can tell how. */
    UNCLEAR;

    static Verdict of(boolean holds) {
        return holds ? YES : NO;
    }

    Verdict negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case EITHER, UNCLEAR -> this;
        };
    }

    Verdict and(Verdict other) {
        if (this == NO || other == NO) {
            return NO;
        }
        if (this == UNCLEAR || other == UNCLEAR) {
            return UNCLEAR;
        }
        return this == YES ? other : EITHER;
    }

    Verdict or(Verdict other) {
        return negated().and(other.negated()).negated();
    }
}
