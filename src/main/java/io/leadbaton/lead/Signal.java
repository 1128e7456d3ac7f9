package io.leadbaton.lead;

import io.leadbaton.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was heard from or about a lead.
 *
 * @param until only for a hold: when work goes on
 * @param amount only for a deal that was won: its worth
 */
public record Signal(
        Type type,
        @Nullable Instant at,
        @Nullable Instant until,
        @Nullable String note,
        @Nullable BigDecimal amount) {

    private static final BigDecimal MOST = new BigDecimal("999999999999");

    public Signal {
        if (amount != null && (amount.signum() < 0 || amount.compareTo(MOST) > 0)) {
            throw new Refused("The amount of a deal is 0 or more.");
        }
        if (note != null) {
            note = new Note(note).text();
        }
    }

    /** The kinds of signal, under the names the API uses. */
    public enum Type {
        REPLIED,
        MEETING_BOOKED,
        ENGAGED,
        BOUNCED,
        OPTED_OUT,
        HOLD,
        RESUME,
        WON,
        LOST;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Type> named(String wire) {
            return Arrays.stream(values()).filter(t -> t.wire().equals(wire)).findFirst();
        }
    }

    public static Signal of(Type type) {
        return new Signal(type, null, null, null, null);
    }
}
