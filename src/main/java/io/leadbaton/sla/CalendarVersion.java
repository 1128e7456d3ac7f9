package io.leadbaton.sla;

import static java.util.stream.Collectors.toMap;

import io.leadbaton.sla.calendar.CalendarFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * One version of a calendar, with everything needed to count its hours again.
 *
 * @param content the files by name: the calendar and what it imports
 */
record CalendarVersion(String id, int version, Map<String, String> content, Instant liveFrom) {

    /** It was open enough on the day it came into force, so it is not refused later. */
    CalendarFile read() {
        Map.Entry<String, String> calendar = content.entrySet().stream()
                .filter(file -> CalendarFolder.isCalendar(file.getKey()))
                .findFirst()
                .orElseThrow();
        Map<String, String> imports = content.entrySet().stream()
                .filter(file -> !CalendarFolder.isCalendar(file.getKey()))
                .collect(toMap(file -> CalendarFolder.nameOf(file.getKey()), Map.Entry::getValue));
        return CalendarFile.read(
                calendar.getKey(), calendar.getValue(), imports, LocalDate.ofInstant(liveFrom, ZoneOffset.UTC));
    }
}
