package io.leadbaton.sla.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What a calendar is open on one date, in order; on a closed date nothing. */
record WorkingDay(LocalDate date, List<Span> open) {

    Duration length() {
        return open.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }
}
