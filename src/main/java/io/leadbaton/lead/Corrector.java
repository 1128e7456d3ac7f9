package io.leadbaton.lead;

import io.leadbaton.web.Visitor;
import java.time.Duration;
import java.time.Instant;

/** Somebody who wants to correct an attempt: the rep who logged it while it is fresh, or a sales manager at any time. */
public record Corrector(String name, boolean manager, Instant now) {

    public static final Duration FRESH = Duration.ofMinutes(15);

    public static Corrector of(Visitor person, Instant now) {
        return new Corrector(person.name(), person.is("sales-manager"), now);
    }

    public boolean mayCorrect(String rep, Instant madeAt) {
        return manager || (logged(rep) && !now.isAfter(madeAt.plus(FRESH)));
    }

    public boolean logged(String rep) {
        return rep.equals(name);
    }
}
