package io.leadbaton.sla.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** Tries a calendar out on the ten years to come: a clock that counts in it must come to an end. */
final class YearsAhead {

    private static final int YEARS = 10;

    private final BusinessCalendar calendar;
    private final FaultList faults;

    YearsAhead(BusinessCalendar calendar, FaultList faults) {
        this.calendar = calendar;
        this.faults = faults;
    }

    void check(LocalDate today) {
        for (int year = 0; year < YEARS; year++) {
            checkYear(today.plusYears(year), today.plusYears(year + 1));
        }
    }

    private void checkYear(LocalDate from, LocalDate to) {
        Instant closing = Instant.MIN;
        for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
            for (Span open : calendar.day(date).open()) {
                if (open.from().isBefore(closing)) {
                    faults.add("on %s it opens before the hours of the evening before have ended".formatted(date));
                }
                closing = open.to();
            }
        }
        if (closing.equals(Instant.MIN)) {
            faults.add("is not open once from %s until before %s".formatted(from, to));
        }
    }
}
