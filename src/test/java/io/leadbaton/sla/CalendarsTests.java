package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test begins with the calendars of the first start, one version each. */
@LeadbatonTest
class CalendarsTests {

    private static final String WEEK = "week: {monday: '09:00-17:00'}\n";

    @TempDir
    Path folder;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarVersions versions;

    @Autowired
    JdbcClient sql;

    CalendarFiles files;

    @BeforeEach
    void beginsWithTheShippedCalendars() throws Exception {
        files = new CalendarFiles(folder);
        sql.sql("delete from leadbaton.business_calendar where version > 1 or id not in ('default', 'new-york')")
                .update();
        sql.sql("update leadbaton.business_calendar set live_until = null").update();
        sql.sql("update leadbaton.rep set calendar = null").update();
    }

    @Test
    void keepsTheShippedCalendarsAtTheFirstStart() {
        assertThat(rows()).containsExactly("default 1 [] start", "new-york 1 [new-york] start");
    }

    @Test
    void keepsNothingNewWhenNothingChanged() {
        boolean changed = calendars.offer(files.read(), "start");

        assertThat(changed).isFalse();
        assertThat(rows()).hasSize(2);
    }

    @Test
    void makesAChangedFileTheNextVersionOfThatCalendarOnly() throws Exception {
        files.close("2030-03-07");

        boolean changed = calendars.offer(files.read(), "watch");

        assertThat(changed).isTrue();
        assertThat(rows()).containsExactly("default 2 [] watch", "new-york 1 [new-york] start");
        assertThat(versions.get(new CalendarVersions.Name("default", 1))
                        .content()
                        .values())
                .allMatch(text -> text.contains("dates: {}"));
    }

    @Test
    void makesAChangedImportANewVersionOfTheCalendarThatNeedsIt() throws Exception {
        files.replace("default.yaml", "dates: {}", "ics: [company.ics]");
        files.save("company.ics", closedOn("20300307"));
        calendars.offer(files.read(), "watch");

        files.save("company.ics", closedOn("20300308"));
        files.save("notes.ics", closedOn("20300309"));
        calendars.offer(files.read(), "watch");

        assertThat(rows()).containsExactly("default 3 [] watch", "new-york 1 [new-york] start");
        CalendarVersion newest = versions.get(new CalendarVersions.Name("default", 3));
        assertThat(newest.content())
                .containsOnlyKeys("processes/calendars/default.yaml", "processes/calendars/company.ics");
        assertThat(newest.read().imports()).containsExactly("company.ics");
    }

    @Test
    void refusesAFaultyFileWithItsRowAndKeepsEverythingAsItWas() throws Exception {
        files.replace("new-york.yaml", "08:30-14:00", "08:30-25:00");
        files.close("2030-03-07");

        assertThat(refused()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("processes/calendars/new-york.yaml");
            assertThat(fault.element()).isEqualTo("line 11 (week.friday)");
            assertThat(fault.reason()).contains("25:00");
        });
        assertThat(rows()).containsExactly("default 1 [] start", "new-york 1 [new-york] start");
    }

    @Test
    void refusesAFolderWithoutTheDefault() throws Exception {
        files.remove("default.yaml");

        assertThat(refused())
                .containsExactly(new Fault(
                        "processes/calendars/default.yaml",
                        null,
                        "is missing: it serves the teams that no other calendar names"));
    }

    @Test
    void refusesATeamInTwoCalendars() throws Exception {
        files.save("paris.yaml", "zone: Europe/Paris\n" + WEEK + "teams: [inside, new-york]\n");

        assertThat(refused())
                .containsExactly(new Fault(
                        "processes/calendars/paris.yaml",
                        "line 3 (teams)",
                        "the team 'new-york' is named in processes/calendars/new-york.yaml already"));
    }

    @Test
    void refusesTwoFilesOfOneCalendar() throws Exception {
        files.save("default.yml", "zone: Europe/Paris\n" + WEEK);

        assertThat(refused()).extracting(Fault::file).containsExactly("processes/calendars/default.yml");
    }

    @Test
    void refusesThatACalendarGoesWhileARepWorksItsHours() throws Exception {
        sql.sql("update leadbaton.rep set calendar = 'new-york' where user_id = 'rep1'")
                .update();
        files.remove("new-york.yaml");

        assertThat(refused())
                .containsExactly(new Fault(
                        "processes/calendars/new-york.yaml", null, "is gone, but its hours are counted by rep rep1"));
    }

    @Test
    void refusesThatACalendarGoesWhileAnOpenPromiseCountsItsHours() throws Exception {
        leadWithAClockOf("new-york");
        files.remove("new-york.yaml");

        assertThat(refused())
                .extracting(Fault::reason)
                .containsExactly("is gone, but its hours are counted by 1 open promises");
        sql.sql("delete from leadbaton.sla_clock").update();
    }

    @Test
    void letsACalendarGoThatNobodyUsesAndComeBackAsItsNextVersion() throws Exception {
        files.remove("new-york.yaml");

        assertThat(calendars.offer(files.read(), "watch")).isTrue();
        assertThat(rows()).containsExactly("default 1 [] start");

        calendars.offer(new CalendarFiles(folder.resolve("again")).read(), "watch");
        assertThat(rows()).containsExactly("default 1 [] start", "new-york 2 [new-york] watch");
    }

    @Test
    void makesOneVersionWhenSeveralNodesSeeTheChange() throws Exception {
        files.close("2030-03-07");

        List<CompletableFuture<Boolean>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> calendars.offer(files.read(), "watch")))
                .toList();

        assertThat(nodes.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(versions.newest("default")).isEqualTo(2);
    }

    private List<Fault> refused() {
        return catchThrowableOfType(PolicyRefused.class, () -> calendars.offer(files.read(), "watch"))
                .faults();
    }

    private List<String> rows() {
        return sql.sql("""
                        select concat_ws(' ', id, version, '[' || array_to_string(teams, ',') || ']', by)
                        from leadbaton.business_calendar where live_until is null order by id
                        """).query(String.class).list();
    }

    private void leadWithAClockOf(String calendar) {
        sql.sql("""
                        insert into leadbaton.lead (id, door, channel, stage, stage_since, has_email, has_phone,
                            received_at, stored_at)
                        values ('calendars-1', 'test', 'api', 'RECEIVED', now(), true, false, now(), now())
                        """).update();
        sql.sql("""
                        insert into leadbaton.sla_clock (id, lead_id, clause, round, state, started_at, due_at, target, unit,
                            calendar, calendar_id, calendar_version)
                        values ('calendars-1', 'calendars-1', 'reply', 1, 'running', now(), now(), 60, 'businessMinutes',
                            'team', ?, 1)
                        """).param(calendar).update();
    }

    private static String closedOn(String day) {
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:test
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20300101T000000Z
                DTSTART;VALUE=DATE:%s
                SUMMARY:Outing
                END:VEVENT
                END:VCALENDAR
                """.formatted(day);
    }
}
