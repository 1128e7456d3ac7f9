package io.leadbaton.lead;

import io.leadbaton.Refused;

/** There is no lead of that name, or none that the caller may know of. */
public class UnknownLead extends Refused {

    public UnknownLead() {
        super("There is no such lead.");
    }
}
