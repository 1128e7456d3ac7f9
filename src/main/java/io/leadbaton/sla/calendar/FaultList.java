package io.leadbaton.sla.calendar;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyRefused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what is wrong with a calendar, so that its owner sees all of it together. */
final class FaultList {

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    FaultList(String file) {
        this.file = file;
    }

    void add(Field field, String reason) {
        faults.add(new Fault(file, field.place(), reason));
    }

    void add(String reason) {
        faults.add(new Fault(file, null, reason));
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    /** Reads a field; what it objects to becomes a fault of this place. */
    void look(Field field, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            add(field, String.valueOf(e.getMessage()));
        }
    }

    /** The entries of a field that has to have some, each key once. */
    List<Field> entries(Field field) {
        if (field.isEmpty()) {
            return List.of();
        }
        if (!field.isMapping()) {
            add(field, "has to be a list of names, each with a value behind a colon");
            return List.of();
        }
        List<Field> entries = new ArrayList<>();
        look(field, () -> entries.addAll(field.entries()));
        Set<String> seen = new HashSet<>();
        entries.stream().filter(entry -> !seen.add(entry.path())).forEach(twice -> add(twice, "stands here twice"));
        return entries;
    }

    void refuseAny() {
        if (!faults.isEmpty()) {
            throw new PolicyRefused(List.copyOf(new TreeSet<>(faults)));
        }
    }
}
