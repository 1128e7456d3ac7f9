package io.leadbaton.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of deadlines that people agreed on; {@code deadlines.txt} is the place to add a case. */
class DeadlineTableTests {

    record Case(String calendar, String start, Target target, String pauses, String due, String why) {

        static Case of(String line) {
            String[] cells = line.split("\\|");
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i].strip();
            }
            Target target = new Target(Integer.parseInt(cells[2]), Unit.named(cells[3]));
            return new Case(cells[0], cells[1], target, cells[4], cells[5], cells[6]);
        }

        @Override
        public String toString() {
            return "%s, %s + %d %s: %s"
                    .formatted(calendar, start, target.amount(), target.unit().wire(), why);
        }
    }

    static Stream<Case> cases() {
        return ExampleCalendars.text("deadlines.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fallsDueWhenPeopleExpectIt(Case expected) {
        BusinessCalendar calendar = ExampleCalendars.named(expected.calendar());
        LocalTimes times = LocalTimes.of(calendar);
        Instant start = times.start(expected.start());

        Deadline deadline =
                new BusinessTime(calendar).deadline(start, expected.target(), 100, times.pauses(expected.pauses()));

        assertThat(times.show(deadline.at())).isEqualTo(times.show(times.at(expected.due())));
        assertThatTheWayIsToldWithoutHoles(start, deadline);
    }

    @Test
    void holdsAtLeastTwoHundredCases() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    }

    private static void assertThatTheWayIsToldWithoutHoles(Instant start, Deadline deadline) {
        List<Segment> way = deadline.segments();
        assertThat(way.get(0).from()).isEqualTo(start);
        assertThat(way.get(way.size() - 1).to()).isEqualTo(deadline.at());
        assertThat(way.get(way.size() - 1).kind()).isEqualTo(Segment.Kind.COUNTED);
        for (int i = 1; i < way.size(); i++) {
            assertThat(way.get(i).from()).isEqualTo(way.get(i - 1).to());
        }
        assertThat(way).allSatisfy(segment -> assertThat(segment.length()).isPositive());
    }
}
