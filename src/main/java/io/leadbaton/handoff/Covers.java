package io.leadbaton.handoff;

import io.leadbaton.rep.Notices;
import io.leadbaton.rep.Rep;
import io.leadbaton.rep.RepAway;
import io.leadbaton.rep.RepBack;
import io.leadbaton.rep.Reps;
import io.leadbaton.sla.AwayOwners;
import io.leadbaton.sla.ClockStarted;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps an announced absence from being punished: what the rep promised stands still while a colleague covers. */
@Component
class Covers {

    private final AwayOwners awayOwners;
    private final Reps reps;
    private final Notices notices;
    private final Clock clock;

    Covers(AwayOwners awayOwners, Reps reps, Notices notices, Clock clock) {
        this.awayOwners = awayOwners;
        this.reps = reps;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void repAway(RepAway away) {
        notices.withdraw(word(away.userId()));
        if (away.cover() == null) {
            awayOwners.end(away.userId());
        } else {
            awayOwners
                    .begin(away.userId(), why(away.cover()))
                    .forEach(leadId -> tell(away.cover(), leadId, away.userId()));
        }
    }

    @EventListener
    void repBack(RepBack back) {
        notices.withdraw(word(back.userId()));
        awayOwners.end(back.userId());
    }

    /** A lead that replies meanwhile, or whose hold ends, asks something of a rep who is not there. */
    @EventListener
    void clockStarted(ClockStarted started) {
        String owner = started.owner();
        if (owner != null) {
            reps.find(owner)
                    .flatMap(rep -> rep.coveredBy(clock.instant()))
                    .ifPresent(cover -> standStill(started.leadId(), owner, cover));
        }
    }

    private void standStill(String leadId, String rep, String cover) {
        if (awayOwners.begin(leadId, rep, why(cover))) {
            tell(cover, leadId, rep);
        }
    }

    private void tell(String cover, String leadId, String rep) {
        notices.tellUser(cover, leadId, word(rep));
    }

    private static String why(String cover) {
        return "away, covered by " + cover;
    }

    private String word(String rep) {
        String name = reps.find(rep).map(Rep::name).orElse(rep);
        return "You cover for %s (%s), who has an open promise to this lead. A manager can hand the lead over to you."
                .formatted(name, rep);
    }
}
