package io.leadbaton.lead;

import io.leadbaton.Refused;
import java.util.Arrays;
import java.util.Locale;

/** Why a lead is rejected or disqualified. */
public enum Reason {
    NOT_A_FIT,
    NO_BUDGET,
    NO_AUTHORITY,
    NO_NEED,
    BAD_DATA,
    DUPLICATE,
    COMPETITOR,
    OTHER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what a form sent; refuses an unknown reason, and {@code other} without a note. */
    public static Reason given(String wire, String note) {
        Reason reason = Arrays.stream(values())
                .filter(known -> known.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose a reason, so that marketing can learn from it."));
        if (reason == OTHER && note.isBlank()) {
            throw new Refused("Write a note that explains the reason \"other\".");
        }
        return reason;
    }
}
