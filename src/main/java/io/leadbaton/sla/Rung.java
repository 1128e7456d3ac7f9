package io.leadbaton.sla;

import java.util.Arrays;

/** A step of the ladder that is climbed while a promise stays broken. */
public enum Rung {
    COPY_MANAGER("copy-manager"),
    NEXT_REP("next-rep"),
    REP_OFFLINE("rep-offline"),
    SALES_OPERATIONS("sales-operations");

    private final String wire;

    Rung(String wire) {
        this.wire = wire;
    }

    static Rung named(String wire) {
        return Arrays.stream(values())
                .filter(rung -> rung.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no rung named '" + wire
                        + "'; there are copy-manager, next-rep, rep-offline and sales-operations"));
    }

    public String wire() {
        return wire;
    }
}
