package io.leadbaton;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with an input, so that it can be said at once. */
public class Faults {

    private final List<FieldFault> found = new ArrayList<>();

    public void add(String field, String code, String message) {
        if (!has(field)) {
            found.add(new FieldFault(field, code, message));
        }
    }

    public void addAll(List<FieldFault> more) {
        more.forEach(fault -> add(fault.field(), fault.code(), fault.message()));
    }

    /** One fault a field is enough: what follows from it would only confuse. */
    public boolean has(String field) {
        return found.stream().anyMatch(fault -> fault.field().equals(field));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<FieldFault> list() {
        return List.copyOf(found);
    }

    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new InputRefused(found);
        }
    }
}
