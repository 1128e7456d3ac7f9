package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.sla.calendar.Target;
import io.leadbaton.sla.calendar.Unit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose hours count for a promise. The lead is worked by team new-york, its owner rep1 belongs to team inside. */
@LeadbatonTest
class OpeningHoursTests {

    @TempDir
    Path folder;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarVersions versions;

    @Autowired
    JdbcClient sql;

    CalendarFiles files;
    OpeningHours openingHours;

    @BeforeEach
    void theLeadAndItsOwnerAreOfDifferentTeams() throws Exception {
        sql.sql("update leadbaton.rep set calendar = null, team = 'inside'").update();
        files = new CalendarFiles(folder);
        calendars.offer(files.read(), "test");
        openingHours = new OpeningHours(versions);
        sql.sql("delete from leadbaton.lead where id = 'hours-1'").update();
        sql.sql("""
                        insert into leadbaton.lead (id, door, channel, stage, stage_since, has_email, has_phone, team, owner,
                            received_at, stored_at)
                        values ('hours-1', 'test', 'api', 'ASSIGNED', now(), true, false, 'new-york', 'rep1', now(), now())
                        """).update();
    }

    @Test
    void countDayAndNightWhereThePolicyNamesNoCalendar() {
        assertThat(counting("none", "rep1").calendarId()).isNull();
    }

    @Test
    void areThoseOfTheLeadsTeam() {
        assertThat(counting("team", "rep1").calendarId()).isEqualTo("new-york");
        assertThat(counting("team", null).calendarId()).isEqualTo("new-york");
    }

    @Test
    void areThoseOfTheOwnersTeamWhenNoCalendarNamesTheLeadsTeam() {
        sql.sql("update leadbaton.lead set team = null where id = 'hours-1'").update();
        assertThat(counting("team", "rep1").calendarId()).isEqualTo("default");

        sql.sql("update leadbaton.rep set team = 'new-york' where user_id = 'rep1'")
                .update();
        assertThat(counting("team", "rep1").calendarId()).isEqualTo("new-york");
    }

    @Test
    void areTheRepsOwnBeforeThoseOfAnyTeam() throws Exception {
        files.save("tokyo.yaml", "zone: Asia/Tokyo\nweek: {monday: '09:00-17:00'}\n");
        files.save("paris.yaml", "zone: Europe/Paris\nweek: {monday: '09:00-17:00'}\nteams: [inside]\n");
        calendars.offer(files.read(), "test");
        assertThat(counting("rep", "rep1").calendarId()).isEqualTo("paris");

        sql.sql("update leadbaton.rep set calendar = 'tokyo' where user_id = 'rep1'")
                .update();

        assertThat(counting("rep", "rep1").calendarId()).isEqualTo("tokyo");
        assertThat(counting("rep", null).calendarId()).as("the owner's").isEqualTo("tokyo");
        assertThat(counting("rep", "rep2").calendarId()).isEqualTo("paris");
        assertThat(counting("team", "rep1").calendarId()).isEqualTo("new-york");
    }

    @Test
    void areTheDefaultForWhomNoCalendarNames() {
        assertThat(openingHours.counting(promise("rep"), "nobody", "nobody").calendarId())
                .isEqualTo("default");
    }

    @Test
    void areOfTheNewestVersionOnANodeThatNeverSawTheFile() throws Exception {
        Hours before = openingHours.counting(promise("rep"), "nobody", "rep2");

        files.close("2030-03-07");
        calendars.offer(files.read(), "another node");

        Hours after = openingHours.counting(promise("rep"), "nobody", "rep2");
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(openingHours.newest("default")).isEqualTo(after);
        assertThat(openingHours.version("default", before.version())).isEqualTo(before);
    }

    private Hours counting(String whose, String owner) {
        return openingHours.counting(promise(whose), "hours-1", owner);
    }

    private static Promise promise(String hours) {
        return new Promise(Clause.REPLY, new Target(60, Unit.BUSINESS_MINUTES), hours, List.of(), List.of(), true);
    }
}
