package io.leadbaton;

import java.util.List;
import java.util.stream.Collectors;

/** An input cannot be used; says everything that is wrong with it at once. */
public class InputRefused extends Refused {

    private final List<FieldFault> faults;

    public InputRefused(List<FieldFault> faults) {
        super(faults.stream().map(FieldFault::message).distinct().collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public InputRefused(String field, String code, String message) {
        this(List.of(new FieldFault(field, code, message)));
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
