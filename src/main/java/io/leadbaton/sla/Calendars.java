package io.leadbaton.sla;

import static java.util.stream.Collectors.toMap;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicyPart;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.sla.calendar.CalendarFile;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings calendar files into force, once for all nodes: a changed file is a new version of its calendar, not of the policy. */
@Component
@Order(1)
public class Calendars implements PolicyPart {

    private final CalendarVersions versions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Calendars(
            CalendarVersions versions,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.versions = versions;
        this.transaction = transaction;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A calendar as it counts now. */
    public record InForce(String id, int version, String zone, Set<String> teams, Instant liveFrom) {}

    public List<InForce> inForce() {
        return versions.inForce().stream().map(Calendars::inForce).toList();
    }

    private static InForce inForce(CalendarVersion version) {
        CalendarFile file = version.read();
        return new InForce(
                version.id(),
                version.version(),
                file.calendar().zone().getId(),
                new TreeSet<>(file.teams()),
                version.liveFrom());
    }

    @Override
    public boolean owns(String file) {
        return CalendarFolder.holds(file);
    }

    @Override
    public boolean serves() {
        return !versions.hashes().isEmpty();
    }

    @Override
    public List<Fault> faults(PolicyFiles files) {
        return faults(read(files));
    }

    private CalendarFolder read(PolicyFiles files) {
        return new CalendarFolder(files, LocalDate.now(clock));
    }

    private List<Fault> faults(CalendarFolder folder) {
        return Stream.concat(folder.faults().stream(), gone(folder).flatMap(this::stillUsed))
                .sorted()
                .toList();
    }

    private Stream<String> gone(CalendarFolder folder) {
        return versions.hashes().keySet().stream().filter(id -> !folder.ids().contains(id));
    }

    private Stream<Fault> stillUsed(String id) {
        return Stream.of(versions.usersOf(id))
                .filter(users -> !users.isEmpty())
                .map(users ->
                        new Fault(CalendarFolder.fileOf(id), null, "is gone, but its hours are counted by " + users));
    }

    @Override
    public boolean offer(PolicyFiles files, String by) {
        CalendarFolder folder = read(files);
        List<CalendarChanged> changes = new ArrayList<>();
        boolean changed = Boolean.TRUE.equals(transaction.execute(status -> bringIntoForce(folder, by, changes)));
        changes.forEach(publisher::publishEvent);
        return changed;
    }

    private boolean bringIntoForce(CalendarFolder folder, String by, List<CalendarChanged> changes) {
        versions.lock();
        List<Fault> faults = faults(folder);
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults);
        }
        List<String> gone = gone(folder).toList();
        gone.forEach(id -> versions.retire(id, clock.instant()));
        Map<String, String> hashes = versions.hashes();
        folder.calendars().forEach((file, calendar) -> {
            PolicyFiles needed = folder.filesOf(file, calendar);
            if (!needed.hash().equals(hashes.get(calendar.calendar().id()))) {
                changes.add(replace(calendar, needed, by));
            }
        });
        return !changes.isEmpty() || !gone.isEmpty();
    }

    private CalendarChanged replace(CalendarFile calendar, PolicyFiles files, String by) {
        String id = calendar.calendar().id();
        Map<String, String> content = files.contents().keySet().stream().collect(toMap(name -> name, files::text));
        Instant now = clock.instant();
        versions.retire(id, now);
        return new CalendarChanged(id, versions.add(id, files.hash(), content, calendar.teams(), now, by));
    }
}
