package io.leadbaton.rep;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.lead.Intake;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LeadbatonTest
class LeadCountsTests {

    @Autowired
    LeadCounts counts;

    @Autowired
    Assignments assignments;

    @Autowired
    Reps reps;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void countsOnce() {
        counts.countAnew();
        counts.of("rep1");
    }

    @Test
    void followsWhatIsGivenAndTakenBetweenTwoCounts() {
        String lead = intake.receive(aHotLead(), "test").leadId().value();
        assertThat(counted()).isEqualTo(stored());

        transaction.executeWithoutResult(
                status -> assignments.begin(lead, reps.find("rep3").orElseThrow(), "test", 0));
        assertThat(counted()).isEqualTo(stored());

        transaction.executeWithoutResult(status -> assignments.end(lead, "test"));
        assertThat(counted()).isEqualTo(stored());
    }

    @Test
    void knowsWithinATransactionWhatItGaveAndForgetsItWhenThatFails() {
        String lead = intake.receive(aHotLead(), "test").leadId().value();
        int before = counts.of("rep3").open();

        transaction.executeWithoutResult(status -> {
            assignments.end(lead, "test");
            assignments.begin(lead, reps.find("rep3").orElseThrow(), "test", 0);
            assertThat(counts.of("rep3").open()).isEqualTo(before + 1);
            status.setRollbackOnly();
        });

        assertThat(counted()).isEqualTo(stored());
    }

    @Test
    void countsAnewWhatOthersDid() {
        intake.receive(aHotLead(), "test");
        assertThat(counted()).isNotEmpty();
        jdbc.sql("update leadbaton.assignment set ended_at = at, ended_by = 'test' where ended_at is null")
                .update();

        counts.countAnew();

        assertThat(counts.of("rep1").open() + counts.of("rep2").open()).isZero();
    }

    private Map<String, Integer> counted() {
        return reps.all().stream()
                .map(Rep::userId)
                .filter(rep -> counts.of(rep).open() > 0)
                .collect(Collectors.toMap(rep -> rep, rep -> counts.of(rep).open()));
    }

    private Map<String, Integer> stored() {
        return jdbc
                .sql("select rep, count(*)::int as open from leadbaton.assignment where ended_at is null group by rep")
                .query()
                .listOfRows()
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("rep"), row -> (Integer) row.get("open")));
    }
}
