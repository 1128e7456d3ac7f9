package io.leadbaton.rep;

import io.leadbaton.FormDates;
import io.leadbaton.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says when reps are away, and who covers for them meanwhile, until the date they named or until they come back. */
@Component
class Absences {

    static final String END_MISSING = "Say until when you are away: what you promised stands still until then.";

    private final Reps reps;
    private final AbsenceProcess process;
    private final Clock clock;

    Absences(Reps reps, AbsenceProcess process, Clock clock) {
        this.reps = reps;
        this.process = process;
        this.clock = clock;
    }

    /** What the rep says with the form; answers who covers, empty for nobody. */
    String record(String rep, String status, String until, String cover) {
        return switch (status) {
            case "away" -> away(rep, until.isBlank() ? null : endOf(until), cover.strip());
            case "back" -> {
                reps.back(rep);
                yield "";
            }
            default -> throw new Refused("Say whether you are away or back.");
        };
    }

    private String away(String rep, @Nullable Instant until, String cover) {
        if (cover.isEmpty()) {
            reps.away(rep, until);
            return cover;
        }
        objection(rep, cover).ifPresent(sentence -> {
            throw new Refused(sentence);
        });
        if (until == null) {
            throw new Refused(END_MISSING);
        }
        reps.away(rep, until, cover);
        return cover;
    }

    private Instant endOf(String until) {
        Instant end = FormDates.read(until);
        if (!end.isAfter(clock.instant())) {
            throw new Refused("The end of your absence lies in the past. Choose a later date, or leave it empty.");
        }
        return end;
    }

    /** Why this person cannot cover for the rep. */
    Optional<String> objection(String rep, String cover) {
        if (cover.equals(rep)) {
            return Optional.of("Nobody covers for themselves. Name a colleague.");
        }
        Optional<Rep> colleague = cover.indexOf(0) < 0 ? reps.find(cover).filter(Rep::active) : Optional.empty();
        if (colleague.isEmpty()) {
            return Optional.of("There is no such rep to cover. Write the user name of somebody on the roster.");
        }
        return colleague
                .filter(there -> there.isAway(clock.instant()))
                .map(away -> "The rep who shall cover is away too. Name somebody who is there.");
    }

    /** What a program says; no form, so that its end has to be waited for on its own. */
    @Transactional
    void announce(String rep, @Nullable Instant until, @Nullable String cover) {
        reps.away(rep, until, cover);
        if (cover != null) {
            process.covered(rep);
        }
    }

    /** The announced end; long ago when the rep is back already. */
    Instant endsAt(String rep) {
        return reps.find(rep).map(Rep::awayUntil).orElse(Instant.EPOCH);
    }

    /** Nothing for a rep who came back earlier, or who meanwhile announced a later end. */
    void end(String rep) {
        Instant end = endsAt(rep);
        if (end.isAfter(Instant.EPOCH) && !end.isAfter(clock.instant())) {
            reps.back(rep);
        }
    }
}
