package io.leadbaton.sla.calendar;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every calendar and every time. */
class BusinessTimeLawsTests {

    private static final long SEED = Long.getLong("leadbaton.seed", 42L);
    private static final int CALENDARS = 50;
    private static final int CASES = 20;
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private interface Law {
        void holds(RandomHours hours, BusinessTime time, String told);
    }

    @Test
    void nothingFallsDueEarlierBecauseItBeganLater() {
        always((hours, time, told) -> {
            Instant start = hours.instant();
            Instant later = start.plusSeconds(hours.random.nextInt(200_000));
            Target target = hours.target();
            List<Pause> pauses = hours.pauses();

            assertThat(time.deadline(later, target, 100, pauses).at())
                    .as(told)
                    .isAfterOrEqualTo(time.deadline(start, target, 100, pauses).at());
        });
    }

    @Test
    void moreTimeIsNeverLessTime() {
        always((hours, time, told) -> {
            Instant start = hours.instant();
            Target target = hours.target();
            Target more = new Target(target.amount() + 1, target.unit());

            assertThat(time.deadline(start, more, 100, List.of()).at())
                    .as(told)
                    .isAfter(time.deadline(start, target, 100, List.of()).at());
        });
    }

    @Test
    void twoStepsAreAsFarAsOne() {
        always((hours, time, told) -> {
            Instant start = hours.instant();
            Target target = hours.target();
            int first = 1 + hours.random.nextInt(99);
            List<Pause> pauses = hours.pauses();

            Instant between = time.deadline(start, target, first, pauses).at();

            assertThatNothingLiesBetween(
                    time,
                    target,
                    time.deadline(between, target, 100 - first, pauses).at(),
                    time.deadline(start, target, 100, pauses).at(),
                    told);
        });
    }

    @Test
    void theWayBackEndsWhereTheWayBegan() {
        always((hours, time, told) -> {
            Instant start = hours.instant();
            Target target = hours.target();
            Instant due = time.deadline(start, target, 100, List.of()).at();

            Instant latest = time.latestStart(due, target);

            assertThat(latest).as(told).isAfterOrEqualTo(start.minus(2, MICROS));
            assertThatNothingLiesBetween(time, target, start, latest, told);
            assertThatNothingLiesBetween(
                    time, target, time.deadline(latest, target, 100, List.of()).at(), due, told);
        });
    }

    @Test
    void whatElapsedIsWhatWasGranted() {
        always((hours, time, told) -> {
            Instant start = hours.instant();
            Target target = new Target(1 + hours.random.nextInt(3000), Unit.BUSINESS_MINUTES);
            List<Pause> pauses = hours.pauses();

            Instant due = time.deadline(start, target, 100, pauses).at();

            assertThat(time.elapsed(start, due, pauses).toMinutes()).as(told).isEqualTo(target.amount());
            assertThat(time.elapsed(start, due.minusNanos(1), pauses))
                    .as(told)
                    .isLessThan(time.elapsed(start, due, pauses));
        });
    }

    @Test
    void nothingFallsDueWhileNobodyIsThere() {
        always((hours, time, told) -> {
            Unit unit = hours.random.nextBoolean() ? Unit.BUSINESS_DAYS : Unit.BUSINESS_MINUTES;
            Instant due = time.deadline(
                            hours.instant(), new Target(hours.target().amount() % 500 + 1, unit), 100, List.of())
                    .at();

            assertThat(isOpenUntil(Objects.requireNonNull(time.calendar()), due))
                    .as(told + " due " + due)
                    .isTrue();
        });
    }

    /** A millionth of a second rounded up at closing time is the next morning on the wall, but next to nothing in business. */
    private static void assertThatNothingLiesBetween(
            BusinessTime time, Target target, Instant one, Instant other, String told) {
        BusinessTime counting = target.unit() == Unit.MINUTES ? new BusinessTime(null) : time;
        Duration counted = counting.elapsed(one, other, List.of()).plus(counting.elapsed(other, one, List.of()));
        assertThat(counted).as(told + one + " and " + other).isLessThanOrEqualTo(ROUNDING);
    }

    private static boolean isOpenUntil(BusinessCalendar calendar, Instant due) {
        LocalDate date = LocalDate.ofInstant(due, calendar.zone());
        return IntStream.rangeClosed(-1, 0)
                .mapToObj(day -> calendar.day(date.plusDays(day)))
                .flatMap(day -> day.open().stream())
                .anyMatch(open -> open.from().isBefore(due) && !due.isAfter(open.to()));
    }

    private static void always(Law law) {
        for (int i = 0; i < CALENDARS; i++) {
            RandomHours hours = new RandomHours(SEED + i);
            BusinessTime time = new BusinessTime(hours.calendar());
            for (int n = 0; n < CASES; n++) {
                law.holds(hours, time, "seed %d, case %d in%n%s".formatted(SEED + i, n, hours.yaml()));
            }
        }
    }
}
