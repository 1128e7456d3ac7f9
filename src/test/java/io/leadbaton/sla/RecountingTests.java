package io.leadbaton.sla;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.Invariants;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.rep.Reps;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads wait for a rep to qualify them: five business days in the usual calendar, the first warning after three. */
@LeadbatonTest
class RecountingTests {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    @Autowired
    Scenario scenario;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarVersions versions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ClockRows rows;

    @Autowired
    Clocks clocks;

    @Autowired
    Explanations explanations;

    @Autowired
    Recount recount;

    @Autowired
    @Qualifier("actingAs")
    BiConsumer<String, Runnable> actingAs;

    @Autowired
    Reps reps;

    @Autowired
    Invariants invariants;

    @Autowired
    JdbcClient sql;

    CalendarFiles files;

    @BeforeEach
    void theShippedCalendarIsInForce() throws Exception {
        files = new CalendarFiles(folder);
        calendars.offer(files.read(), "test");
        noClockCountsOldHours();
    }

    @Test
    void movesAnOpenPromiseItsTimerAndItsTask() throws Exception {
        LeadId lead = talkedTo();
        SlaClock before = open(lead);
        Instant timer = timer(lead);
        assertThat(due(lead)).isEqualTo(before.dueAt());

        files.close("2030-03-07");
        calendars.offer(files.read(), "watch");
        noClockCountsOldHours();

        SlaClock after = open(lead);
        assertThat(after.dueAt()).isEqualTo(before.dueAt().plus(DAY));
        assertThat(due(lead)).isEqualTo(after.dueAt());
        assertThat(timer(lead)).as("Friday becomes Monday").isEqualTo(timer.plus(DAY.multipliedBy(3)));
    }

    @Test
    void saysInTimelineAndExplanationWhichVersionMovedIt() throws Exception {
        LeadId lead = talkedTo();

        files.close("2030-03-07");
        calendars.offer(files.read(), "watch");
        noClockCountsOldHours();

        int version = versions.newest("default");
        assertThat(movedEvents(lead))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("actor", "calendar")
                        .containsEntry(
                                "summary",
                                "New deadline for the qualification: version %d of the calendar default"
                                        .formatted(version)));
        Explanation explanation = explanations.of(open(lead).id());
        assertThat(explanation.calendar())
                .extracting(Explanation.Calendar::version)
                .isEqualTo(version);
        assertThat(explanation.segments())
                .anySatisfy(stretch -> assertThat(stretch.reason()).isEqualTo("outing"));
    }

    @Test
    void saysNothingWhenTheDeadlineStays() throws Exception {
        LeadId lead = talkedTo();
        Instant before = open(lead).dueAt();

        files.close("2031-06-11");
        calendars.offer(files.read(), "watch");
        noClockCountsOldHours();

        assertThat(open(lead).dueAt()).isEqualTo(before);
        assertThat(open(lead).calendarVersion()).isEqualTo(versions.newest("default"));
        assertThat(movedEvents(lead)).isEmpty();
    }

    @Test
    void makesAPromiseDueAtOnceWhoseNewDeadlineHasPassed() throws Exception {
        LeadId lead = talkedTo();
        sql.sql("update leadbaton.sla_clock set started_at = started_at - interval '4 days' where id = ?")
                .param(open(lead).id())
                .update();

        files.replace("default.yaml", "week:\n", "week:\n  saturday: \"00:00-24:00\"\n  sunday: \"00:00-24:00\"\n");
        calendars.offer(files.read(), "watch");
        noClockCountsOldHours();

        assertThat(timer(lead)).isBefore(ClockUtil.getCurrentTime().toInstant());
        scenario.fires(lead, "qualificationDue");
        assertThat(scenario.clockState(lead, "qualification")).isEqualTo("warned");
    }

    @Test
    void letsABrokenPromiseStayBroken() throws Exception {
        LeadId lead = talkedTo();
        scenario.runsOut(lead, "qualification");
        SlaClock before = open(lead);

        files.close(before.startedAt().plus(DAY).toString().substring(0, 10));
        calendars.offer(files.read(), "watch");
        noClockCountsOldHours();

        assertThat(open(lead)).isEqualTo(before);
    }

    @Test
    void countsTheNewHoursOnceAPausedPromiseRunsOn() throws Exception {
        LeadId lead = talkedTo();
        SlaClock before = open(lead);
        transaction.executeWithoutResult(status -> clocks.pause(lead.value(), "on hold"));

        files.close(dateAfter(before, 2));
        calendars.offer(files.read(), "watch");
        noClockCountsOldHours();
        assertThat(open(lead).calendarVersion()).isEqualTo(before.calendarVersion());

        transaction.executeWithoutResult(status -> clocks.resume(lead.value()));
        assertThat(open(lead).calendarVersion()).isEqualTo(versions.newest("default"));
        assertThat(open(lead).dueAt()).isAfterOrEqualTo(before.dueAt().plus(DAY));
    }

    @Test
    void finishesWhatACrashLeftUndone() throws Exception {
        LeadId first = talkedTo();
        LeadId second = talkedTo();
        Instant before = open(second).dueAt();
        Calendars crashing = new Calendars(versions, transaction, event -> {}, clock);
        files.close(dateAfter(open(first), 2));
        crashing.offer(files.read(), "watch");
        recount.of(first.value());

        Recounting nextStart = new Recounting(rows, recount, actingAs);
        nextStart.start();
        noClockCountsOldHours();
        nextStart.stop();

        assertThat(open(second).dueAt()).isEqualTo(before.plus(DAY));
        assertThat(movedEvents(first)).hasSize(1);
        assertThat(movedEvents(second)).hasSize(1);
    }

    @Test
    void isNotHeldUpByALeadThatCannotBeRecounted() throws Exception {
        List<LeadId> leads = Stream.of(talkedTo(), talkedTo())
                .sorted(Comparator.comparing(LeadId::value))
                .toList();
        LeadId broken = leads.get(0);
        SlaClock sound = open(leads.get(1));
        String ladder = ladder(broken, "{sing-a-song 100}");

        files.close(dateAfter(sound, 2));
        calendars.offer(files.read(), "watch");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rows.leadsCountingOldHours()).containsExactly(broken.value()));
        assertThat(open(leads.get(1)).dueAt()).isEqualTo(sound.dueAt().plus(DAY));
        ladder(broken, ladder);
        recount.of(broken.value());
    }

    @Test
    void countsThePromiseToALeadInTheHoursOfTheTeamThatGetsIt() throws Exception {
        files.save("paris.yaml", "zone: Europe/Paris\nweek: {friday: '09:00-17:00'}\nteams: [inside]\n");
        calendars.offer(files.read(), "watch");
        reps.all().forEach(rep -> reps.away(rep.userId(), null));
        LeadId lead = scenario.arrives(aHotLead());
        sql.sql("update leadbaton.lead set team = null").update();
        transaction.executeWithoutResult(status -> promiseInBusinessMinutes(lead));
        assertThat(response(lead).calendarId()).isEqualTo("default");

        reps.all().forEach(rep -> reps.back(rep.userId()));
        scenario.completes(lead, "assignByHand", Map.of("rep", "rep1"));

        assertThat(response(lead).calendarId()).isEqualTo("paris");
        OffsetDateTime due = response(lead).dueAt().atOffset(ZoneOffset.UTC);
        assertThat(due.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(due.toLocalTime()).isEqualTo("08:30");
        scenario.livesUntil(lead, response(lead).dueAt());
        assertThat(scenario.clockState(lead, "firstResponse")).isEqualTo("missed");
        invariants.holdFor(lead);
    }

    private void promiseInBusinessMinutes(LeadId lead) {
        clocks.promise(
                lead.value(),
                List.of(Map.of(
                        "clause", "firstResponse",
                        "target", 30,
                        "unit", "businessMinutes",
                        "calendar", "team",
                        "warnings", "",
                        "ladder", "")));
        clocks.startInPlace(lead.value(), Clause.FIRST_RESPONSE, null);
    }

    private SlaClock response(LeadId lead) {
        return rows.open(lead.value(), Clause.FIRST_RESPONSE).orElseThrow();
    }

    private String ladder(LeadId lead, String ladder) {
        String before = sql.sql(
                        "select ladder::text from leadbaton.sla_clock where lead_id = ? and clause = 'qualification'")
                .param(lead.value())
                .query(String.class)
                .single();
        sql.sql("update leadbaton.sla_clock set ladder = ?::text[] where lead_id = ? and clause = 'qualification'")
                .params(ladder, lead.value())
                .update();
        return before;
    }

    private LeadId talkedTo() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        scenario.tries(lead, "connected");
        return lead;
    }

    private void noClockCountsOldHours() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rows.leadsCountingOldHours().isEmpty());
    }

    private SlaClock open(LeadId lead) {
        return rows.open(lead.value(), Clause.QUALIFICATION).orElseThrow();
    }

    private Instant timer(LeadId lead) {
        return scenario.timer(lead, "qualificationDue").getDuedate().toInstant();
    }

    private Instant due(LeadId lead) {
        return scenario.task(lead, "qualifyLead").getDueDate().toInstant();
    }

    private List<Map<String, Object>> movedEvents(LeadId lead) {
        return sql.sql("""
                        select actor, summary from leadbaton.lead_event
                        where lead_id = ? and type = 'clock-moved' and details ->> 'clause' = 'qualification'
                        """).param(lead.value()).query().listOfRows();
    }

    private static String dateAfter(SlaClock clock, int days) {
        return clock.startedAt().plus(DAY.multipliedBy(days)).toString().substring(0, 10);
    }
}
