package io.leadbaton.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class AlarmsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final TreeSet<Instant> timers = new TreeSet<>();
    private final List<Instant> looks = new ArrayList<>();
    private final List<Instant> rings = new ArrayList<>();
    private boolean databaseIsAway;
    private Instant now = NOON;
    private final Alarms alarms = new Alarms(this::between, () -> rings.add(now));

    @Test
    void ringsAtTheVeryInstantsSomethingFallsDue() {
        due(250, 700, 1_900, 2_400);

        passUntil(3_000);

        assertThat(rings).containsExactly(after(250), after(700), after(1_900), after(2_400));
    }

    @Test
    void ringsOnceForAllThatIsDueAtOneInstant() {
        due(500, 501, 502);

        alarms.turn(now);
        now = after(502);
        alarms.turn(now);

        assertThat(rings).containsExactly(after(502));
    }

    @Test
    void looksOnceASecondHoweverOftenItRings() {
        due(100, 200, 300, 1_100, 1_200, 1_300);

        passUntil(3_000);

        assertThat(looks).containsExactly(NOON, after(1_000), after(2_000), after(3_000));
    }

    @Test
    void noticesATimerMadeAfterTheLookForTheNextSecond() {
        passUntil(500);
        due(1_010);

        passUntil(2_000);

        assertThat(rings).containsExactly(after(1_010));
    }

    @Test
    void missesNothingWhenTheNextLookIsLate() {
        due(1_500);
        alarms.turn(now);

        now = after(1_600);
        alarms.turn(now);

        assertThat(rings).containsExactly(after(1_600));
    }

    @Test
    void goesOnWithWhatItKnowsWhileTheDatabaseIsAway() {
        due(1_200, 4_500);
        alarms.turn(now);
        databaseIsAway = true;

        passUntil(3_000);
        databaseIsAway = false;
        passUntil(5_000);

        assertThat(rings).containsExactly(after(1_200), after(4_500));
        assertThat(looks).hasSize(6);
    }

    @Test
    void looksAtOnceWhenTheClockWasSetBack() {
        alarms.turn(now);
        now = NOON.minusSeconds(3_600);
        due(-3_600_000 + 100);

        passUntil(-3_599_000);

        assertThat(rings).hasSize(1);
    }

    private void due(int... millis) {
        for (int one : millis) {
            timers.add(after(one));
        }
    }

    private void passUntil(int millis) {
        for (Instant next = alarms.turn(now); !next.isAfter(after(millis)); next = alarms.turn(now)) {
            assertThat(next).isAfter(now);
            now = next;
        }
        now = after(millis);
    }

    private static Instant after(int millis) {
        return NOON.plusMillis(millis);
    }

    private NavigableSet<Instant> between(Instant from, Instant until) {
        looks.add(from);
        if (databaseIsAway) {
            throw new DataAccessResourceFailureException("away");
        }
        return new TreeSet<>(timers.subSet(from, until));
    }
}
