package io.leadbaton.sla.calendar;

import static java.util.stream.Collectors.toSet;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one calendar file from top to bottom. */
final class CalendarReader {

    private final String file;
    private final LocalDate today;
    private final FaultList faults;
    private final WeekReader weeks;
    private final HolidaysReader holidays;
    private final Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<String, String> teams = new HashMap<>();
    private @Nullable ZoneId zone;

    CalendarReader(String file, Map<String, String> imports, LocalDate today) {
        this.file = file;
        this.today = today;
        this.faults = new FaultList(file);
        this.weeks = new WeekReader(faults);
        this.holidays = new HolidaysReader(file.substring(0, file.lastIndexOf('/') + 1), imports, faults);
    }

    CalendarFile read(String yaml) {
        Node root = parsed(yaml);
        List<Field> entries = root == null ? List.of() : faults.entries(Field.root(root));
        entries.forEach(this::readEntry);
        require("zone", entries);
        require("week", entries);
        faults.refuseAny();
        CalendarFile read = new CalendarFile(calendar(), Map.copyOf(teams), holidays.imported());
        new YearsAhead(read.calendar(), faults).check(today);
        faults.refuseAny();
        return read;
    }

    private @Nullable Node parsed(String yaml) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            faults.add("line %d cannot be read: %s".formatted(e.getProblemMark().getLine() + 1, e.getProblem()));
        } catch (YAMLException e) {
            faults.add("cannot be read: " + e.getMessage());
        }
        faults.refuseAny();
        return null;
    }

    private void readEntry(Field entry) {
        switch (entry.key()) {
            case "zone" -> faults.look(entry, () -> zone = zone(entry.text()));
            case "week" -> week.putAll(weeks.read(entry));
            case "holidays" -> holidays.read(entry);
            case "teams" ->
                entry.items().forEach(team -> faults.look(team, () -> teams.put(team(team.text()), team.place())));
            default ->
                faults.add(entry, "there is no entry '" + entry.key() + "', only zone, week, holidays and teams");
        }
    }

    private static ZoneId zone(String name) {
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        String meant = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !name.isBlank()
                        && ("/" + id).toLowerCase(Locale.ROOT).endsWith("/" + name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("Europe/Berlin");
        throw new IllegalArgumentException("'%s' is no time zone; write it like %s".formatted(name, meant));
    }

    private static String team(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a team has a name");
        }
        return name.strip();
    }

    private void require(String key, List<Field> entries) {
        if (entries.stream().noneMatch(entry -> entry.path().equals(key))) {
            faults.add("the entry '" + key + "' is missing");
        }
    }

    private BusinessCalendar calendar() {
        Set<DayOfWeek> workdays = week.entrySet().stream()
                .filter(day -> !day.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(toSet());
        return new BusinessCalendar(
                CalendarFile.idOf(file), Objects.requireNonNull(zone), week, holidays.holidays(workdays));
    }
}
