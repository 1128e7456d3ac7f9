package io.leadbaton.sla.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calendars the table of deadlines counts in. */
final class ExampleCalendars {

    static final Path FOLDER = Path.of("src/test/resources/calendars");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private ExampleCalendars() {}

    static @Nullable BusinessCalendar named(String name) {
        return name.equals("none") ? null : of(name, text(name + ".yaml"));
    }

    static BusinessCalendar of(String name, String yaml) {
        return CalendarFile.read(name + ".yaml", yaml, Map.of(), TODAY).calendar();
    }

    /** Open at the same hours from Monday to Friday. */
    static BusinessCalendar weekdays(String zone, String hours) {
        return of("weekdays", """
                zone: %s
                week: {monday: %2$s, tuesday: %2$s, wednesday: %2$s, thursday: %2$s, friday: %2$s}
                """.formatted(zone, '"' + hours + '"'));
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
