package io.leadbaton.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.sla.CalendarFiles;
import io.leadbaton.sla.Calendars;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner saves calendars while two nodes run, each with a folder of its own. */
@LeadbatonTest
class CalendarWatchTests {

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    @Autowired
    Calendars calendars;

    @Autowired
    LivePolicy live;

    @Autowired
    UnusedPolicies unused;

    CalendarFiles files;
    PolicyWatch watch;
    PolicyWatch other;

    @BeforeEach
    void twoNodesRun() throws Exception {
        files = new CalendarFiles(folder);
        watch = watching(files);
        other = watching(new CalendarFiles(otherFolder));
    }

    private PolicyWatch watching(CalendarFiles calendarFiles) {
        PolicyWatch node =
                new PolicyWatch(new PolicyDesk(calendarFiles.source(), List.of(calendars), live), unused, true);
        node.start();
        return node;
    }

    @AfterEach
    void stop() {
        watch.stop();
        other.stop();
        live.accept(calendars, List.of());
    }

    @Test
    void makesASavedCalendarOneNewVersionThoughTheOtherNodeKeepsTheOldFile() throws Exception {
        int before = version();

        files.replace("new-york.yaml", "08:30-14:00", "08:30-13:00");

        await().atMost(Duration.ofSeconds(2)).until(() -> version() == before + 1);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> version() == before + 1);
    }

    @Test
    void saysWhereARefusedPolicyIsSaidWhyACalendarIsRefused() throws Exception {
        int before = version();

        files.replace("new-york.yaml", "08:30-14:00", "14:00-08:30, 08:00-09:00");

        await().atMost(Duration.ofSeconds(5)).until(() -> !live.refusal().isEmpty());
        assertThat(version()).isEqualTo(before);
        assertThat(live.refusal()).extracting(Fault::element).containsExactly("line 11 (week.friday)");
        assertThat(new PolicyHealth(live).health().getDetails().get("refused"))
                .asString()
                .contains("processes/calendars/new-york.yaml, line 11");
    }

    private int version() {
        return calendars.inForce().stream()
                .filter(calendar -> calendar.id().equals("new-york"))
                .mapToInt(Calendars.InForce::version)
                .sum();
    }
}
