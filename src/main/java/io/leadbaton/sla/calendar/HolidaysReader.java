package io.leadbaton.sla.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads on which days a calendar is closed, or open at other hours. */
final class HolidaysReader {

    private static final Pattern CLOSED = Pattern.compile("closed(?:\\s*,\\s*(.+))?");

    private final String folder;
    private final Map<String, String> imports;
    private final FaultList faults;
    private final Set<String> imported = new TreeSet<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<ClosedEvent> events = new ArrayList<>();
    private final Map<MonthDay, SpecialDay> yearly = new HashMap<>();
    private final Map<LocalDate, SpecialDay> dates = new HashMap<>();

    HolidaysReader(String folder, Map<String, String> imports, FaultList faults) {
        this.folder = folder;
        this.imports = imports;
        this.faults = faults;
    }

    void read(Field holidays) {
        for (Field entry : faults.entries(holidays)) {
            switch (entry.key()) {
                case "regions" -> each(entry, region -> regions.add(Region.named(region.text())));
                case "dates" -> faults.entries(entry).forEach(date -> faults.look(date, () -> readDate(date)));
                case "ics" -> each(entry, this::readImport);
                default ->
                    faults.add(entry, "holidays have no entry '" + entry.key() + "', only regions, dates and ics");
            }
        }
    }

    private void each(Field list, Consumer<Field> reading) {
        list.items().stream()
                .filter(item -> !item.isEmpty())
                .forEach(item -> faults.look(item, () -> reading.accept(item)));
    }

    private void readDate(Field entry) {
        SpecialDay special = special(entry);
        try {
            if (entry.key().length() == "MM-DD".length()) {
                yearly.put(MonthDay.parse("--" + entry.key()), special);
            } else {
                dates.put(LocalDate.parse(entry.key()), special);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no date; write 2026-12-24, or 12-24 for each year".formatted(entry.key()), e);
        }
    }

    private SpecialDay special(Field entry) {
        if (entry.isEmpty()) {
            throw new IllegalArgumentException("say closed, or the opening hours");
        }
        Matcher closed =
                CLOSED.matcher(entry.items().size() == 1 ? entry.items().get(0).text() : "");
        if (closed.matches()) {
            return SpecialDay.closed(closed.group(1) == null ? "closed on " + entry.key() : closed.group(1));
        }
        return new SpecialDay("own hours on " + entry.key(), new WeekReader(faults).windows(entry));
    }

    private void readImport(Field entry) {
        String name = entry.text();
        String text = imports.get(name);
        if (text == null) {
            throw new IllegalArgumentException("there is no file '%s' beside this one".formatted(name));
        }
        imported.add(name);
        events.addAll(IcsFile.read(folder + name, text, faults::add));
    }

    Set<String> imported() {
        return Set.copyOf(imported);
    }

    Holidays holidays(Set<DayOfWeek> workdays) {
        return new Holidays(List.copyOf(regions), List.copyOf(events), Map.copyOf(yearly), Map.copyOf(dates), workdays);
    }
}
