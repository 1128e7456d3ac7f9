package io.leadbaton.sla;

import io.leadbaton.StoredJson;
import io.leadbaton.sla.calendar.BusinessTime;
import io.leadbaton.sla.calendar.Deadline;
import io.leadbaton.sla.calendar.NeverDue;
import io.leadbaton.sla.calendar.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out when promises fall due, in the hours that count for them. */
@Component
class Reckoning {

    /** A date no lead lives to see. */
    static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private final OpeningHours openingHours;
    private final StoredJson json;

    Reckoning(OpeningHours openingHours, StoredJson json) {
        this.openingHours = openingHours;
        this.json = json;
    }

    /** The deadline of a promise that is watched from an instant on, in the newest version of its calendar. */
    Reckoned due(Promise promise, String leadId, @Nullable String owner, Instant from) {
        return reckoned(openingHours.counting(promise, leadId, owner), promise, from, List.of());
    }

    /** The deadline of a clock anew: its pauses may have ended, its calendar may have changed. */
    Reckoned again(SlaClock clock) {
        return reckoned(openingHours.newest(clock.calendarId()), clock.promise(), clock.startedAt(), clock.pauses());
    }

    /** The deadline of a clock anew, in the hours of the team that has the lead now. */
    Reckoned inHoursOfItsTeam(SlaClock clock) {
        return reckoned(openingHours.ofTeam(clock.leadId()), clock.promise(), clock.startedAt(), clock.pauses());
    }

    private Reckoned reckoned(Hours hours, Promise promise, Instant from, List<Pause> pauses) {
        Deadline deadline = deadline(hours.time(), from, promise, 100, pauses);
        int first = promise.marks().get(0).percent();
        Instant firstMark = first == 100
                ? deadline.at()
                : deadline(hours.time(), from, promise, first, pauses).at();
        return new Reckoned(
                deadline.at(), firstMark, hours.calendarId(), hours.version(), json.write(stretches(deadline)));
    }

    /** When a mark of a clock that runs is reached. */
    Instant at(SlaClock clock, Mark mark) {
        return mark.percent() == 100
                ? clock.dueAt()
                : deadline(time(clock), clock.startedAt(), clock.promise(), mark.percent(), clock.pauses())
                        .at();
    }

    /** A calendar may be open so seldom that a mark is never reached: that must not stop the lead. */
    private static Deadline deadline(
            BusinessTime time, Instant from, Promise promise, int percent, List<Pause> pauses) {
        try {
            return time.deadline(from, promise.target(), percent, pauses);
        } catch (NeverDue tooFar) {
            return new Deadline(NEVER, List.of());
        }
    }

    /** Business time from the start of a clock until an instant, pauses left out. */
    Duration counted(SlaClock clock, Instant until) {
        return until.isAfter(clock.startedAt())
                ? time(clock).elapsed(clock.startedAt(), until, clock.pauses())
                : Duration.ZERO;
    }

    private BusinessTime time(SlaClock clock) {
        return openingHours.version(clock.calendarId(), clock.calendarVersion()).time();
    }

    private static List<Explanation.Stretch> stretches(Deadline deadline) {
        return deadline.segments().stream()
                .map(segment -> new Explanation.Stretch(
                        segment.from(), segment.to(), segment.kind().wire(), segment.reason()))
                .toList();
    }
}
