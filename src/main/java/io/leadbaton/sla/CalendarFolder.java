package io.leadbaton.sla;

import static java.util.stream.Collectors.toMap;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.sla.calendar.CalendarFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The calendar files as they lie beside each other, read together: what is wrong with one or between two of them. */
final class CalendarFolder {

    private static final String PATH = "processes/calendars/";

    private final PolicyFiles files;
    private final SortedMap<String, CalendarFile> calendars = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    CalendarFolder(PolicyFiles files, LocalDate today) {
        this.files = files;
        Map<String, String> imports = files.names(".ics").stream().collect(toMap(CalendarFolder::nameOf, files::text));
        calendarNames().forEach(file -> read(file, imports, today));
        requireDefault();
        requireOneCalendarForATeam();
    }

    static boolean holds(String file) {
        return file.matches(PATH + "[^./][^/]*\\.(yaml|yml|ics)");
    }

    static boolean isCalendar(String file) {
        return !file.endsWith(".ics");
    }

    static String fileOf(String id) {
        return PATH + id + ".yaml";
    }

    static String nameOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    List<Fault> faults() {
        return faults;
    }

    /** The calendars there are, usable or not. */
    List<String> ids() {
        return calendarNames().stream().map(CalendarFile::idOf).toList();
    }

    SortedMap<String, CalendarFile> calendars() {
        return calendars;
    }

    /** A calendar file and what it imports. */
    PolicyFiles filesOf(String file, CalendarFile calendar) {
        Map<String, byte[]> needed = new HashMap<>(files.contents());
        needed.keySet()
                .removeIf(name -> !name.equals(file) && !calendar.imports().contains(nameOf(name)));
        return new PolicyFiles(needed);
    }

    private List<String> calendarNames() {
        return files.contents().keySet().stream()
                .filter(CalendarFolder::isCalendar)
                .toList();
    }

    private void read(String file, Map<String, String> imports, LocalDate today) {
        if (ids().indexOf(CalendarFile.idOf(file)) != calendarNames().indexOf(file)) {
            faults.add(new Fault(file, null, "is the second file of the calendar '" + CalendarFile.idOf(file) + "'"));
            return;
        }
        try {
            calendars.put(file, CalendarFile.read(file, files.text(file), imports, today));
        } catch (PolicyRefused refusal) {
            faults.addAll(refusal.faults());
        }
    }

    private void requireDefault() {
        if (!ids().contains(OpeningHours.DEFAULT)) {
            faults.add(new Fault(
                    fileOf(OpeningHours.DEFAULT),
                    null,
                    "is missing: it serves the teams that no other calendar names"));
        }
    }

    private void requireOneCalendarForATeam() {
        Map<String, String> fileOf = new HashMap<>();
        calendars.forEach((file, calendar) -> calendar.teamsAt().forEach((team, place) -> {
            String other = fileOf.putIfAbsent(team, file);
            if (other != null) {
                faults.add(new Fault(file, place, "the team '%s' is named in %s already".formatted(team, other)));
            }
        }));
    }
}
