package io.leadbaton;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Reads the dates that forms send as text; one without an offset is in UTC. */
public final class FormDates {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss][.SSS][XXX][X]]");

    private FormDates() {}

    /** Null for a field left empty. */
    public static @Nullable Instant readIfGiven(String text) {
        return text.isBlank() ? null : read(text);
    }

    /** Refuses what is no date. */
    public static Instant read(String text) {
        try {
            TemporalAccessor date =
                    FORMAT.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (date instanceof OffsetDateTime zoned) {
                return zoned.toInstant();
            }
            return date instanceof LocalDateTime local
                    ? local.toInstant(ZoneOffset.UTC)
                    : ((LocalDate) date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("This is no date. Choose one from the calendar.");
        }
    }
}
