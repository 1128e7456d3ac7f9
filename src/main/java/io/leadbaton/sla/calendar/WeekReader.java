package io.leadbaton.sla.calendar;

import static java.util.Locale.ROOT;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the opening hours of weekdays and of single dates. */
final class WeekReader {

    private static final String CLOSED = "closed";

    private final FaultList faults;

    WeekReader(FaultList faults) {
        this.faults = faults;
    }

    Map<DayOfWeek, List<Window>> read(Field week) {
        Map<DayOfWeek, List<Window>> hours = new EnumMap<>(DayOfWeek.class);
        for (Field entry : faults.entries(week)) {
            weekday(entry)
                    .ifPresentOrElse(
                            day -> hours.put(day, windows(entry)),
                            () -> faults.add(entry, "'" + entry.key() + "' is no weekday; write monday to sunday"));
        }
        hours.keySet().forEach(day -> checkNight(week, day, hours));
        return hours;
    }

    private static Optional<DayOfWeek> weekday(Field entry) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(ROOT).equals(entry.key()))
                .findFirst();
    }

    /** One window, a list of them, or {@code closed}; in order. */
    List<Window> windows(Field hours) {
        List<Window> windows = new ArrayList<>();
        for (Field item : hours.items()) {
            faults.look(item, () -> {
                if (!item.isEmpty() && !item.text().equals(CLOSED)) {
                    windows.add(Window.named(item.text()));
                }
            });
        }
        windows.sort(Comparator.comparing(Window::from));
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).from() < windows.get(i - 1).to()) {
                faults.add(hours, "%s and %s overlap".formatted(windows.get(i - 1), windows.get(i)));
            }
        }
        return List.copyOf(windows);
    }

    private void checkNight(Field week, DayOfWeek day, Map<DayOfWeek, List<Window>> hours) {
        Window night = last(hours.get(day));
        Window morning = first(hours.get(day.plus(1)));
        if (night != null && morning != null && night.to() - Window.DAY > morning.from()) {
            faults.add(week, "%s of %s and %s of %s overlap".formatted(night, name(day), morning, name(day.plus(1))));
        }
    }

    private static @Nullable Window last(@Nullable List<Window> windows) {
        return windows == null || windows.isEmpty() ? null : windows.get(windows.size() - 1);
    }

    private static @Nullable Window first(@Nullable List<Window> windows) {
        return windows == null || windows.isEmpty() ? null : windows.get(0);
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(ROOT);
    }
}
