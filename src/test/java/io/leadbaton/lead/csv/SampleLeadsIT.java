package io.leadbaton.lead.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@LeadbatonTest
@TestPropertySource(properties = "leadbaton.sample-leads=true")
class SampleLeadsIT {

    @Autowired
    SampleLeads samples;

    @Autowired
    Imports imports;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Test
    void giveARepWorkThatIsStillThereAfterThreeHours() throws IOException {
        Import sample = await().atMost(Duration.ofSeconds(90))
                .until(() -> imports.latest(1).get(0), file -> file.state().equals("done"));
        assertThat(sample.rejected()).isZero();
        assertThat(sample.duplicates()).isZero();
        assertThat(sample.created()).isEqualTo(42);
        assertThat(work("rep1")).isPositive();

        for (int minutes = 0; minutes < 180; minutes += 10) {
            Scenario.passes(Duration.ofMinutes(10));
            fireWhatIsDue();
        }

        assertThat(work("rep1")).isPositive();
        assertThat(stages()).contains("NURTURE", "ASSIGNED");
        samples.bringIn();
        assertThat(imports.latest(10)).hasSize(1);
    }

    private void fireWhatIsDue() {
        List<Job> due = management.createJobQuery().executable().list();
        while (!due.isEmpty()) {
            due.stream()
                    .map(Job::getId)
                    .filter(id -> management.createJobQuery().jobId(id).count() == 1)
                    .forEach(management::executeJob);
            due = management.createJobQuery().executable().list();
        }
    }

    private long work(String rep) {
        return tasks.createTaskQuery().taskAssignee(rep).count();
    }

    private List<String> stages() {
        List<String> stages = jdbc.sql("select stage || ' ' || count(*) from leadbaton.lead group by stage order by 1")
                .query(String.class)
                .list();
        return stages.stream().map(line -> line.replaceAll(" .*", "")).toList();
    }
}
