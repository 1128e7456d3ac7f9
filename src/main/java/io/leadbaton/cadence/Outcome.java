package io.leadbaton.cadence;

import io.leadbaton.Refused;
import java.util.Arrays;
import java.util.Locale;

/** What came of an attempt to reach a lead. */
enum Outcome {
    NO_ANSWER,
    VOICEMAIL,
    BUSY,
    WRONG_DATA,
    SENT,
    REPLIED,
    CONNECTED,
    CALL_BACK;

    /** What an outcome means for the work on the lead. */
    enum Kind {
        AGAIN,
        CONTACT,
        HOLD,
        UNREACHABLE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind() {
        return switch (this) {
            case REPLIED, CONNECTED -> Kind.CONTACT;
            case WRONG_DATA -> Kind.UNREACHABLE;
            case CALL_BACK -> Kind.HOLD;
            case NO_ANSWER, VOICEMAIL, BUSY, SENT -> Kind.AGAIN;
        };
    }

    static Outcome named(String wire) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose what came of the attempt."));
    }

    String wire() {
        return inWords().replace(' ', '-');
    }

    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
