package io.leadbaton.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the owner of a calendar can write, and what comes back if it cannot be understood. */
class CalendarFileTests {

    private static final String WEEK = "week: {monday: '09:00-17:00', tuesday: '09:00-17:00', wednesday: '09:00-17:00',"
            + " thursday: '09:00-17:00', friday: '09:00-17:00'}\n";
    private static final String ZONE = "zone: Europe/Berlin\n";

    @Test
    void readsTheCalendarsThatAreShipped() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("processes/calendars"))) {
            List<CalendarFile> shipped = files.map(CalendarFileTests::read).toList();

            assertThat(shipped).extracting(file -> file.calendar().id()).contains("default", "new-york");
        }
    }

    private static CalendarFile read(Path file) {
        try {
            return CalendarFile.read(file.toString(), Files.readString(file), Map.of(), ExampleCalendars.TODAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void knowsItsTeams() {
        assertThat(read(ZONE + WEEK + "teams: [inbound, 'key accounts']").teams())
                .containsExactlyInAnyOrder("inbound", "key accounts");
        assertThat(read(ZONE + WEEK + "teams: inbound").teams()).containsExactly("inbound");
        assertThat(read(ZONE + WEEK).teams()).isEmpty();
    }

    @Test
    void letsADateWinOverAYearlyOneAndThatOverARegion() {
        BusinessCalendar calendar = read(ZONE + WEEK + """
                        holidays:
                          regions: [de]
                          dates:
                            12-25: "10:00-12:00"
                            2028-12-25: "10:00-11:00"
                            05-01: closed, outing
                        """).calendar();

        assertThat(minutesOpen(calendar, "2026-12-25")).isEqualTo(120);
        assertThat(minutesOpen(calendar, "2028-12-25")).isEqualTo(60);
        assertThat(minutesOpen(calendar, "2027-12-25")).as("a Saturday").isZero();
        assertThat(minutesOpen(calendar, "2028-05-01")).isZero();
        assertThat(minutesOpen(calendar, "2028-05-02")).isEqualTo(480);
    }

    @Test
    void opensADateOfItsOwnOnAFreeWeekday() {
        BusinessCalendar calendar = read(ZONE + WEEK
                        + "holidays: {dates: {2026-06-06: ['10:00-12:00', '13:00-14:00']}}")
                .calendar();

        assertThat(minutesOpen(calendar, "2026-06-06")).isEqualTo(180);
    }

    @Test
    void closesOnImportedDaysInEveryZoneOfTheMachine() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                closesOnImportedDays();
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void closesOnImportedDays() {
        BusinessCalendar calendar = imported("""
                        BEGIN:VEVENT
                        SUMMARY:Works holidays
                        DTSTART;VALUE=DATE:20261221
                        DTEND;VALUE=DATE:20261223
                        RRULE:FREQ=YEARLY
                        EXDATE;VALUE=DATE:20281221
                        END:VEVENT
                        BEGIN:VEVENT
                        SUMMARY:Outing
                        DTSTART;VALUE=DATE:20260612
                        END:VEVENT
                        BEGIN:VEVENT
                        SUMMARY:Turn of the year
                        DTSTART;VALUE=DATE:20261230
                        DURATION:P7D
                        END:VEVENT
                        BEGIN:VEVENT
                        SUMMARY:Called off
                        STATUS:CANCELLED
                        DTSTART;VALUE=DATE:20260615
                        END:VEVENT
                        """).calendar();

        assertThat(Stream.of("2026-12-21", "2026-12-22", "2027-12-21", "2027-12-22", "2026-06-12", "2027-01-05"))
                .allSatisfy(
                        date -> assertThat(minutesOpen(calendar, date)).as(date).isZero());
        assertThat(Stream.of("2026-12-18", "2026-12-23", "2028-12-21", "2026-06-15", "2026-06-11", "2027-01-06"))
                .allSatisfy(
                        date -> assertThat(minutesOpen(calendar, date)).as(date).isEqualTo(480));
        assertThat(new BusinessTime(calendar)
                        .deadline(
                                LocalTimes.of(calendar).at("Thu 2026-06-11 16:30"),
                                new Target(60, Unit.BUSINESS_MINUTES),
                                100,
                                List.of())
                        .segments())
                .extracting(Segment::reason)
                .contains("Outing, weekend");
    }

    @Test
    void saysEverythingAtOnceWithItsLine() {
        assertThat(faults("""
                        zone: berlin
                        week:
                          monday: ["09:00-13:00", "12:30-17:00"]
                          tuesday: "9 to 5"
                          wednesday: "25:00-26:00"
                          thursday: "09:00-09:00"
                          fryday: "09:00-17:00"
                          sunday: "22:00-10:00"
                        holidays:
                          regions: [xx, de-zz]
                          dates: {2026-02-30: closed, 13-01: closed, 2026-12-24: half day, 2026-12-23: }
                          ics: [gone.ics]
                          country: de
                        teams: [inbound, ""]
                        hours: 9-5
                        """))
                .containsExactlyInAnyOrder(
                        "line 1 (zone): 'berlin' is no time zone; write it like Europe/Berlin",
                        "line 3 (week.monday): 09:00-13:00 and 12:30-17:00 overlap",
                        "line 4 (week.tuesday): '9 to 5' are no opening hours; write them like \"09:00-17:00\"",
                        "line 5 (week.wednesday): 25:00 is no time of a day",
                        "line 6 (week.thursday): '09:00-09:00' begins where it ends; a whole day is \"00:00-24:00\"",
                        "line 7 (week.fryday): 'fryday' is no weekday; write monday to sunday",
                        "line 3 (week): 22:00-10:00 of sunday and 09:00-13:00 of monday overlap",
                        "line 10 (holidays.regions): no holidays are known for 'xx'; write a country like de, or a part of it like de-by",
                        "line 10 (holidays.regions): 'de-zz' names no region; the parts of de are bb, be, bw, by, hb, he, hh, mv, ni, nw, rp, sh, sl, sn, st, th",
                        "line 11 (holidays.dates.2026-02-30): '2026-02-30' is no date; write 2026-12-24, or 12-24 for each year",
                        "line 11 (holidays.dates.13-01): '13-01' is no date; write 2026-12-24, or 12-24 for each year",
                        "line 11 (holidays.dates.2026-12-24): 'half day' are no opening hours; write them like \"09:00-17:00\"",
                        "line 11 (holidays.dates.2026-12-23): say closed, or the opening hours",
                        "line 12 (holidays.ics): there is no file 'gone.ics' beside this one",
                        "line 13 (holidays.country): holidays have no entry 'country', only regions, dates and ics",
                        "line 14 (teams): a team has a name",
                        "line 15 (hours): there is no entry 'hours', only zone, week, holidays and teams");
    }

    @Test
    void missesWhatHasToBeThere() {
        assertThat(faults("teams: [inbound]"))
                .containsExactlyInAnyOrder("the entry 'zone' is missing", "the entry 'week' is missing");
        assertThat(faults("")).contains("the entry 'zone' is missing");
        assertThat(faults("just a text"))
                .contains("line 1: has to be a list of names, each with a value behind a colon");
        assertThat(faults(ZONE + "week: open"))
                .contains("line 2 (week): has to be a list of names, each with a value behind a colon");
    }

    @Test
    void findsTheLineThatIsNoYaml() {
        assertThat(faults(ZONE + "week:\n  monday: [\"09:00\n"))
                .singleElement()
                .asString()
                .startsWith("line 4 cannot be read");
    }

    @Test
    void refusesAnEntryThatStandsTwice() {
        assertThat(faults(ZONE + ZONE + WEEK)).containsExactly("line 2 (zone): stands here twice");
    }

    @Test
    void refusesACalendarThatIsNeverOpen() {
        assertThat(faults(ZONE + "week: {monday: closed}"))
                .hasSize(10)
                .first()
                .asString()
                .isEqualTo("is not open once from 2026-06-01 until before 2027-06-01");
        assertThat(faults(ZONE + "week: {}\nholidays: {dates: {2026-06-06: '09:00-12:00'}}"))
                .hasSize(9);
    }

    @Test
    void refusesAnImportThatClosesAllDays() {
        assertThat(importFaults(
                        "BEGIN:VEVENT\nSUMMARY:Shut\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY\nEND:VEVENT\n"))
                .hasSize(10);
    }

    @Test
    void refusesHoursOfADateThatMeetTheNightBefore() {
        assertThat(faults(ZONE + "week: {monday: '22:00-06:00'}\nholidays: {dates: {2026-06-09: '05:00-12:00'}}"))
                .containsExactly("on 2026-06-09 it opens before the hours of the evening before have ended");
    }

    @Test
    void refusesAnImportItCannotRead() {
        assertThat(fault("hello")).startsWith("company.ics: is no calendar");
        assertThat(fault("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2026"))
                .startsWith("company.ics: is no calendar, or only the first part of one");
        assertThat(importFaults("BEGIN:VEVENT\nSUMMARY:Outing\nDTSTART;VALUE=DATE:someday\nEND:VEVENT\n"))
                .anySatisfy(fault -> assertThat(fault).startsWith("line 5: DTSTART cannot be read"))
                .contains("'Outing' has no date");
    }

    @Test
    void refusesImportedEventsThatDoNotCloseWholeDays() {
        assertThat(importFaults("BEGIN:VEVENT\nSUMMARY:Lunch\nDTSTART:20260612T120000Z\nEND:VEVENT\n"))
                .containsExactly("'Lunch' has a time of day, but only whole days close a calendar");
        assertThat(
                        importFaults(
                                "BEGIN:VEVENT\nSUMMARY:Back\nDTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260612\nEND:VEVENT\n"))
                .containsExactly("'Back' ends before it has lasted a day");
        assertThat(importFaults(
                        "BEGIN:VEVENT\nSUMMARY:Often\nDTSTART;VALUE=DATE:20260612\nRRULE:FREQ=HOURLY\nEND:VEVENT\n"))
                .containsExactly("'Often' comes more often than once a day");
        assertThat(
                        importFaults(
                                "BEGIN:VEVENT\nSUMMARY:Moved\nDTSTART;VALUE=DATE:20260612\nRECURRENCE-ID;VALUE=DATE:20260611\nEND:VEVENT\n"))
                .singleElement()
                .asString()
                .startsWith("'Moved' moves one day of a series");
    }

    private static int minutesOpen(BusinessCalendar calendar, String date) {
        return (int) calendar.day(LocalDate.parse(date)).length().toMinutes();
    }

    private static CalendarFile read(String yaml) {
        return CalendarFile.read("folder/mine.yaml", yaml, Map.of(), ExampleCalendars.TODAY);
    }

    private static CalendarFile imported(String events) {
        return importing("BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "END:VCALENDAR\n");
    }

    private static CalendarFile importing(String ics) {
        return CalendarFile.read(
                "mine.yaml",
                ZONE + WEEK + "holidays: {ics: company.ics}",
                Map.of("company.ics", ics),
                ExampleCalendars.TODAY);
    }

    private static List<String> faults(String yaml) {
        return reasons(catchThrowableOfType(PolicyRefused.class, () -> read(yaml)));
    }

    private static List<String> importFaults(String events) {
        return reasons(catchThrowableOfType(PolicyRefused.class, () -> imported(events)));
    }

    private static String fault(String ics) {
        return catchThrowableOfType(PolicyRefused.class, () -> importing(ics))
                .faults()
                .get(0)
                .toString();
    }

    private static List<String> reasons(PolicyRefused refusal) {
        assertThat(refusal).isNotNull();
        return refusal.faults().stream().map(CalendarFileTests::reason).toList();
    }

    private static String reason(Fault fault) {
        return fault.element() == null ? fault.reason() : fault.element() + ": " + fault.reason();
    }
}
