package io.leadbaton.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of the open promises of a lead that gets another team or another owner. */
@Component
public class Handovers {

    private final Clocks clocks;
    private final ClockRows rows;
    private final Watch watch;
    private final Pauses pauses;
    private final Standstill standstill;
    private final Recount recount;
    private final Clock clock;

    Handovers(
            Clocks clocks,
            ClockRows rows,
            Watch watch,
            Pauses pauses,
            Standstill standstill,
            Recount recount,
            Clock clock) {
        this.clocks = clocks;
        this.rows = rows;
        this.watch = watch;
        this.pauses = pauses;
        this.standstill = standstill;
        this.recount = recount;
        this.clock = clock;
    }

    /** What was promised in the hours of the team, maybe before there was one, counts those of the lead's new team. */
    public void toTeam(String leadId) {
        rows.openToChange(leadId).stream().filter(SlaClock::countsTeamHours).forEach(recount::inHoursOfItsTeam);
    }

    /** The next owner keeps the promises of the one before, each with its full time; the lead's own promises run on. */
    public void toOwner(String leadId, String owner) {
        rows.openToChange(leadId).stream()
                .filter(open -> open.clause().isTheOwners())
                .forEach(open -> passOn(open, owner));
    }

    private void passOn(SlaClock open, String owner) {
        Instant now = clock.instant();
        watch.abandon(List.of(open), "next owner", true);
        Instant from = open.startedAt().isAfter(now) ? open.startedAt() : now;
        SlaClock next = clocks.add(open.leadId(), open.promise(), owner, from);
        if (pauses.lasts(open.id(), Pauses.Cause.HOLD)) {
            standstill.stop(next, Pauses.Cause.HOLD, "on hold");
        }
        // Only now: whoever hears of it asks when to look at the clock, which is never while it stands still.
        clocks.start(next, true);
    }
}
