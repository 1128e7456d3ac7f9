package io.leadbaton.sla.calendar;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people count the same time in two ways and have to agree. */
class MinuteByMinuteTests {

    private static final long SEED = Long.getLong("leadbaton.seed", 20260729L);
    private static final int CALENDARS = 100;
    private static final int CASES = 100;

    @Test
    void agreesWithAWalkMinuteByMinuteInTenThousandCases() {
        int compared = 0;
        for (int i = 0; i < CALENDARS; i++) {
            compared += agreedIn(SEED + i);
        }
        System.out.println("Business time: compared " + compared + " cases, first seed " + SEED);
        assertThat(compared).isGreaterThanOrEqualTo(10_000);
    }

    private static int agreedIn(long seed) {
        RandomHours hours = new RandomHours(seed);
        BusinessCalendar calendar = hours.calendar();
        MinuteWalk walk = new MinuteWalk(hours.hours, hours.from, RandomHours.DAYS);
        int compared = 0;
        while (compared < CASES) {
            compared += agree(seed, hours, calendar, walk);
        }
        return compared;
    }

    /** A case that is not over when the walk ends tells nothing and does not count. */
    private static int agree(long seed, RandomHours hours, BusinessCalendar calendar, MinuteWalk walk) {
        Instant start = hours.instant();
        Target target = hours.target();
        int percent = hours.percent();
        List<Pause> pauses = hours.pauses();
        Instant expected = walk.due(start, target.amount() * percent / 100.0, target.unit(), pauses);
        if (expected.equals(Instant.MAX)) {
            return 0;
        }
        String told = "seed %d: %s + %s at %d %%, pauses %s in%n%s"
                .formatted(seed, start, target, percent, pauses, hours.yaml());
        BusinessTime time = new BusinessTime(calendar);

        Instant due = time.deadline(start, target, percent, pauses).at();

        assertThat(due).as(told).isCloseTo(expected, within(2, MICROS));
        Instant minute = due.truncatedTo(MINUTES);
        if (minute.isAfter(start)) {
            assertThat(time.elapsed(start, minute, pauses))
                    .as(told)
                    .isEqualTo(Duration.ofMinutes(walk.elapsed(start, minute, pauses)));
        }
        return 1;
    }
}
