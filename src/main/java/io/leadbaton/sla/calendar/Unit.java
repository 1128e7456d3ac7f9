package io.leadbaton.sla.calendar;

import java.util.Arrays;

/** In what a promise is counted. */
public enum Unit {
    /** On the wall, day and night. */
    MINUTES("minutes"),
    BUSINESS_MINUTES("businessMinutes"),
    /** Each working day of the calendar is one, however long it is open. */
    BUSINESS_DAYS("businessDays");

    private final String wire;

    Unit(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public boolean needsCalendar() {
        return this != MINUTES;
    }

    public static Unit named(String wire) {
        return Arrays.stream(values())
                .filter(unit -> unit.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no unit '" + wire + "'"));
    }
}
