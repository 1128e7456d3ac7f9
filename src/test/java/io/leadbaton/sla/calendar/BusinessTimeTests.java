package io.leadbaton.sla.calendar;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessTimeTests {

    private static final BusinessCalendar BERLIN = ExampleCalendars.weekdays("Europe/Berlin", "09:00-17:00");
    private static final LocalTimes HERE = LocalTimes.of(BERLIN);

    @Test
    void tellsTheWayToADeadline() {
        assertThat(way(BERLIN, "Fri 2026-06-05 16:30", new Target(60, Unit.BUSINESS_MINUTES)))
                .isEqualTo("""
                        counted PT30M opening hours
                        closed PT64H weekend
                        counted PT30M opening hours""");
    }

    @Test
    void namesTheHolidaysThatTookTime() {
        BusinessCalendar bavaria = ExampleCalendars.named("munich-noon");

        assertThat(way(bavaria, "Wed 2026-12-30 16:30", new Target(60, Unit.BUSINESS_MINUTES)))
                .contains("closed PT112H year end, New Year's Day, weekend");
        assertThat(way(bavaria, "Thu 2026-12-24 12:00", new Target(60, Unit.BUSINESS_MINUTES)))
                .contains("closed PT92H30M own hours on 12-24, 1st Christmas day, weekend");
        assertThat(way(bavaria, "Mon 2026-06-08 12:00", new Target(60, Unit.BUSINESS_MINUTES)))
                .contains("closed PT1H outside opening hours");
    }

    @Test
    void namesAWeekdayThatIsFree() {
        BusinessCalendar calendar = ExampleCalendars.of(
                "four-days", "zone: Asia/Kolkata\nweek: {tuesday: '10:00-12:00', thursday: '10:00-12:00'}");

        assertThat(way(calendar, "Tue 2026-06-09 11:30", new Target(60, Unit.BUSINESS_MINUTES)))
                .contains("closed PT46H closed on Wednesdays");
    }

    @Test
    void tellsAPauseAsOneStretch() {
        Deadline deadline = new BusinessTime(BERLIN)
                .deadline(
                        HERE.at("Fri 2026-06-05 16:00"),
                        new Target(120, Unit.BUSINESS_MINUTES),
                        100,
                        HERE.pauses("Fri 2026-06-05 18:00..Mon 2026-06-08 10:00"));

        assertThat(told(deadline)).isEqualTo("""
                        counted PT1H opening hours
                        closed PT1H outside opening hours
                        paused PT64H paused
                        counted PT1H opening hours""");
    }

    @Test
    void countsWallTimeAsOneStretchWithoutACalendar() {
        assertThat(way(null, "Fri 2026-06-05 16:30", new Target(6000, Unit.MINUTES)))
                .isEqualTo("counted PT100H around the clock");
    }

    @Test
    void joinsHoursThatMeetAtMidnight() {
        assertThat(way(
                        ExampleCalendars.named("berlin-always"),
                        "Fri 2026-06-05 16:30",
                        new Target(6000, Unit.BUSINESS_MINUTES)))
                .isEqualTo("counted PT100H opening hours");
    }

    @Test
    void findsMarksBeforeAndAfterThePromise() {
        Instant start = HERE.at("Mon 2026-06-08 16:00");
        Target target = new Target(60, Unit.BUSINESS_MINUTES);

        assertThat(at(start, target, 50)).isEqualTo(HERE.at("Mon 2026-06-08 16:30"));
        assertThat(at(start, target, 80)).isEqualTo(HERE.at("Mon 2026-06-08 16:48"));
        assertThat(at(start, target, 150)).isEqualTo(HERE.at("Tue 2026-06-09 09:30"));
        assertThat(at(start, new Target(1, Unit.BUSINESS_DAYS), 200)).isEqualTo(HERE.at("Wed 2026-06-10 16:00"));
        assertThat(at(start, new Target(1, Unit.BUSINESS_MINUTES), 1)).isEqualTo(start.plusMillis(600));
    }

    @Test
    void keepsPartsOfASecond() {
        Instant start = HERE.at("Fri 2026-06-05 16:30").plusNanos(123_456_000);

        assertThat(at(start, new Target(1, Unit.BUSINESS_DAYS), 100))
                .isEqualTo(HERE.at("Mon 2026-06-08 16:30").plusNanos(123_456_000));
        assertThat(at(start, new Target(30, Unit.BUSINESS_MINUTES), 100))
                .isEqualTo(HERE.at("Mon 2026-06-08 09:00").plusNanos(123_456_000));
    }

    @Test
    void measuresTheTimeBetween() {
        BusinessTime time = new BusinessTime(BERLIN);
        Instant friday = HERE.at("Fri 2026-06-05 16:30");
        Instant monday = HERE.at("Mon 2026-06-08 09:45");

        assertThat(time.elapsed(friday, monday, List.of())).isEqualTo(Duration.ofMinutes(75));
        assertThat(time.elapsed(friday, monday, List.of(new Pause(HERE.at("Mon 2026-06-08 09:15"), null))))
                .isEqualTo(Duration.ofMinutes(45));
        assertThat(time.elapsed(monday, friday, List.of())).isZero();
        assertThat(new BusinessTime(null).elapsed(friday, monday, List.of()))
                .isEqualTo(Duration.ofMinutes(65 * 60 + 15));
    }

    @Test
    void saysWhenAPersonHasToBegin() {
        BusinessTime time = new BusinessTime(BERLIN);

        assertThat(time.latestStart(HERE.at("Mon 2026-06-08 09:30"), new Target(60, Unit.BUSINESS_MINUTES)))
                .isEqualTo(HERE.at("Fri 2026-06-05 16:30"));
        assertThat(time.latestStart(HERE.at("Sun 2026-06-07 12:00"), new Target(2, Unit.BUSINESS_DAYS)))
                .isEqualTo(HERE.at("Thu 2026-06-04 09:00"));
        assertThat(time.latestStart(HERE.at("Sun 2026-06-07 12:00"), new Target(90, Unit.MINUTES)))
                .isEqualTo(HERE.at("Sun 2026-06-07 10:30"));
    }

    @Test
    void hasNoDeadlineForAClockThatStandsStill() {
        BusinessTime time = new BusinessTime(BERLIN);
        Instant start = HERE.at("Mon 2026-06-08 10:00");
        List<Pause> paused = List.of(new Pause(HERE.at("Mon 2026-06-08 10:30"), null));

        assertThatThrownBy(() -> time.deadline(start, new Target(60, Unit.BUSINESS_MINUTES), 100, paused))
                .isInstanceOf(NeverDue.class)
                .hasMessageContaining("stands still");
    }

    @Test
    void givesUpAfterTenYears() {
        BusinessTime time = new BusinessTime(BERLIN);
        Instant start = HERE.at("Mon 2026-06-08 10:00");

        assertThatThrownBy(() -> time.deadline(start, new Target(3000, Unit.BUSINESS_DAYS), 100, List.of()))
                .isInstanceOf(NeverDue.class)
                .hasMessageContaining("calendar weekdays finds no deadline within ten years");
        assertThatThrownBy(() -> time.latestStart(start, new Target(3000, Unit.BUSINESS_DAYS)))
                .isInstanceOf(NeverDue.class);
    }

    @Test
    void refusesWhatCannotBeCounted() {
        BusinessTime wall = new BusinessTime(null);

        assertThatIllegalArgumentException().isThrownBy(() -> new Target(0, Unit.MINUTES));
        assertThatIllegalArgumentException().isThrownBy(() -> new Target(-5, Unit.BUSINESS_DAYS));
        assertThatIllegalArgumentException().isThrownBy(() -> at(Instant.EPOCH, new Target(1, Unit.MINUTES), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wall.deadline(Instant.EPOCH, new Target(1, Unit.BUSINESS_DAYS), 100, List.of()))
                .withMessage("'businessDays' cannot be counted without a calendar");
        assertThatIllegalArgumentException().isThrownBy(() -> Unit.named("hours"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pause(Instant.EPOCH.plusSeconds(1), Instant.EPOCH));
    }

    private static Instant at(Instant start, Target target, int percent) {
        return new BusinessTime(BERLIN)
                .deadline(start, target, percent, List.of())
                .at();
    }

    private static String way(BusinessCalendar calendar, String start, Target target) {
        LocalTimes times = LocalTimes.of(calendar);
        return told(new BusinessTime(calendar).deadline(times.at(start), target, 100, List.of()));
    }

    private static String told(Deadline deadline) {
        return deadline.segments().stream()
                .map(segment -> segment.kind().wire() + " " + segment.length() + " " + segment.reason())
                .collect(joining("\n"));
    }
}
