package io.leadbaton.rep;

import io.leadbaton.Faults;
import io.leadbaton.web.JsonBody;
import io.leadbaton.web.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads an entry of the roster as the API describes it. */
final class RosterBody {

    private static final int LONGEST = 100;

    private RosterBody() {}

    static Rep read(String userId, JsonBody body, Predicate<String> calendars) {
        Faults faults = new Faults();
        JsonFields fields = body.fields(faults);
        Rep rep = new Rep(
                userId,
                name(fields, "name", userId, faults),
                name(fields, "team", "inside", faults),
                calendar(fields, calendars, faults),
                fields.flag("senior"),
                List.copyOf(fields.texts("skills")),
                whole(fields, "weight", 1, 10_000, 100, faults),
                cap(fields, faults),
                rate(fields, faults),
                whole(fields, "experienceMonths", 0, 1_200, 0, faults),
                fields.flag("active", true),
                null,
                null,
                null,
                null);
        fields.nothingElse();
        faults.refuseIfAny();
        return rep;
    }

    private static String name(JsonFields fields, String field, String otherwise, Faults faults) {
        String text = Objects.requireNonNullElse(fields.text(field), otherwise);
        if (text.isBlank() || text.length() > LONGEST || text.indexOf(0) >= 0) {
            faults.add(field, "unusable", "Use 1 to " + LONGEST + " readable characters.");
        }
        return text;
    }

    private static @Nullable String calendar(JsonFields fields, Predicate<String> calendars, Faults faults) {
        String calendar = fields.text("calendar");
        if (calendar != null && (calendar.indexOf(0) >= 0 || !calendars.test(calendar))) {
            faults.add("calendar", "calendar-unknown", "There is no such calendar in processes/calendars/.");
        }
        return calendar;
    }

    private static int whole(JsonFields fields, String field, int least, int most, int otherwise, Faults faults) {
        BigDecimal number = fields.number(field);
        if (number == null) {
            return otherwise;
        }
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            faults.add(field, "out-of-range", "Use a whole number from %d to %d.".formatted(least, most));
            return otherwise;
        }
        return number.intValue();
    }

    private static @Nullable Integer cap(JsonFields fields, Faults faults) {
        int cap = whole(fields, "cap", 1, 1_000_000, 0, faults);
        return cap == 0 ? null : cap;
    }

    private static BigDecimal rate(JsonFields fields, Faults faults) {
        BigDecimal rate = Objects.requireNonNullElse(fields.number("closingRate"), BigDecimal.ZERO);
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            faults.add("closingRate", "out-of-range", "A closing rate is a share from 0 to 1.");
        }
        return rate;
    }
}
