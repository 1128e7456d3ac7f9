package io.leadbaton.lead;

import io.leadbaton.FieldFault;
import io.leadbaton.InputRefused;
import java.util.List;

/** An incoming lead cannot be used; says everything that is wrong with it at once. */
public class LeadRefused extends InputRefused {

    public LeadRefused(List<FieldFault> faults) {
        super(faults);
    }
}
