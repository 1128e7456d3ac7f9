package io.leadbaton.rep;

import io.leadbaton.FormDates;
import io.leadbaton.Refused;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Says when reps are away, as they announce it themselves. */
@Component
class Absences {

    private final Reps reps;
    private final Clock clock;

    Absences(Reps reps, Clock clock) {
        this.reps = reps;
        this.clock = clock;
    }

    void record(String rep, String status, String until) {
        switch (status) {
            case "away" -> reps.away(rep, until.isBlank() ? null : endOf(until));
            case "back" -> reps.back(rep);
            default -> throw new Refused("Say whether you are away or back.");
        }
    }

    private Instant endOf(String until) {
        Instant end = FormDates.read(until);
        if (!end.isAfter(clock.instant())) {
            throw new Refused("The end of your absence lies in the past. Choose a later date, or leave it empty.");
        }
        return end;
    }
}
