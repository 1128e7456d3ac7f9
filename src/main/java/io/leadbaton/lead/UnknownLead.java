package io.leadbaton.lead;

import io.leadbaton.NotKnown;

/** There is no lead of that name, or none that the caller may know of. */
public class UnknownLead extends NotKnown {

    public UnknownLead() {
        super("There is no such lead.");
    }
}
