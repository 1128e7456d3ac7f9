package io.leadbaton.lead.web;

import io.leadbaton.Faults;
import io.leadbaton.lead.Signal;
import io.leadbaton.web.JsonBody;
import io.leadbaton.web.JsonFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a signal as the API describes it, and says everything that is wrong with it at once. */
final class SignalBody {

    private static final int LONGEST_NOTE = 2000;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private SignalBody() {}

    static Signal read(JsonBody body) {
        Faults faults = new Faults();
        JsonFields fields = body.fields(faults);
        Signal.Type type = type(fields.text("type"), faults);
        Signal signal = new Signal(
                type == null ? Signal.Type.ENGAGED : type,
                fields.instant("at"),
                fields.instant("until"),
                note(fields.text("note"), faults),
                amount(fields.number("amount"), faults));
        fields.nothingElse();
        checkUntil(type, signal.until(), faults);
        faults.refuseIfAny();
        return signal;
    }

    private static Signal.@Nullable Type type(@Nullable String type, Faults faults) {
        Signal.Type known = type == null ? null : Signal.Type.named(type).orElse(null);
        if (known == null) {
            faults.add(
                    "type",
                    "signal-unknown",
                    "Use one of these signals: "
                            + Arrays.stream(Signal.Type.values())
                                    .map(Signal.Type::wire)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return known;
    }

    private static void checkUntil(Signal.@Nullable Type type, @Nullable Instant until, Faults faults) {
        if (type == Signal.Type.HOLD && until == null) {
            faults.add("until", "missing", "A hold needs a date, so that the lead is not forgotten.");
        }
        if (type != null && type != Signal.Type.HOLD && until != null) {
            faults.add("until", "not-used-here", "Only a hold has an end.");
        }
    }

    private static @Nullable String note(@Nullable String note, Faults faults) {
        if (note != null && (note.length() > LONGEST_NOTE || note.indexOf(0) >= 0)) {
            faults.add("note", "too-long", "A note has at most " + LONGEST_NOTE + " readable characters.");
            return null;
        }
        return note;
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal amount, Faults faults) {
        if (amount != null && (amount.signum() < 0 || amount.compareTo(LARGEST) > 0)) {
            faults.add("amount", "out-of-range", "An amount is a number from 0 on.");
            return null;
        }
        return amount;
    }
}
