package io.leadbaton.sla.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.Status;
import io.leadbaton.policy.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Company holidays as calendar programs export them. */
final class IcsFile {

    private static final Set<String> DATES = Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE");

    private final String file;
    private final Consumer<Fault> faults;
    private final List<ClosedEvent> events = new ArrayList<>();

    private IcsFile(String file, Consumer<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    static List<ClosedEvent> read(String file, String text, Consumer<Fault> faults) {
        IcsFile ics = new IcsFile(file, faults);
        if (!text.strip().endsWith("END:VCALENDAR")) {
            ics.fault(null, "is no calendar, or only the first part of one: it has to end with END:VCALENDAR");
            return List.of();
        }
        ics.readAll(text);
        return ics.events;
    }

    private void readAll(String text) {
        try (ICalReader reader = new ICalReader(text)) {
            for (ICalendar next = reader.readNext(); next != null; next = reader.readNext()) {
                reader.getWarnings().stream()
                        .filter(warning -> DATES.contains(String.valueOf(warning.getPropertyName())))
                        .forEach(warning -> fault(
                                "line " + warning.getLineNumber(),
                                warning.getPropertyName() + " cannot be read: " + warning.getMessage()));
                next.getEvents().stream().filter(event -> !isCancelled(event)).forEach(this::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCancelled(VEvent event) {
        Status status = event.getStatus();
        return status != null && status.isCancelled();
    }

    private void add(VEvent event) {
        try {
            events.add(ClosedEvent.of(event));
        } catch (IllegalArgumentException e) {
            fault(null, String.valueOf(e.getMessage()));
        }
    }

    private void fault(@Nullable String row, String reason) {
        faults.accept(new Fault(file, row, reason));
    }
}
