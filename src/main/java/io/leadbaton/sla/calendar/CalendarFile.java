package io.leadbaton.sla.calendar;

import io.leadbaton.policy.PolicyRefused;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A calendar as its owner writes it.
 *
 * @param teamsAt the teams whose hours it tells, each with the place where it is named
 * @param imports names of the files beside it that it needs
 */
public record CalendarFile(BusinessCalendar calendar, Map<String, String> teamsAt, Set<String> imports) {

    /** The teams whose hours it tells. */
    public Set<String> teams() {
        return teamsAt.keySet();
    }

    /**
     * Reads a calendar or says everything that is wrong with it.
     *
     * @param file names the calendar, as {@code processes/calendars/default.yaml} names {@code default}
     * @param imports the {@code .ics} files that lie beside it, by file name
     * @param today from when on it has to be open at least once a year
     * @throws PolicyRefused with all faults
     */
    public static CalendarFile read(String file, String yaml, Map<String, String> imports, LocalDate today) {
        return new CalendarReader(file, imports, today).read(yaml);
    }

    /** The name of a calendar is that of its file. */
    public static String idOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
    }
}
