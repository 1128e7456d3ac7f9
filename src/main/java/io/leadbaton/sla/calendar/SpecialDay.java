package io.leadbaton.sla.calendar;

import java.util.List;

/** A date with hours other than its weekday's; without any it is a holiday. */
record SpecialDay(String reason, List<Window> windows) {

    static SpecialDay closed(String reason) {
        return new SpecialDay(reason, List.of());
    }
}
