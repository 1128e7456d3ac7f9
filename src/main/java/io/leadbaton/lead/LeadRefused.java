package io.leadbaton.lead;

import io.leadbaton.Refused;
import java.util.List;
import java.util.stream.Collectors;

/** An incoming lead cannot be used; says everything that is wrong with it at once. */
public class LeadRefused extends Refused {

    private final List<FieldFault> faults;

    public LeadRefused(List<FieldFault> faults) {
        super(faults.stream().map(FieldFault::message).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
